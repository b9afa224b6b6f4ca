package io.gazetteer.common.index;

import io.gazetteer.common.index.IndexUnavailableException.Reason;
import java.util.Optional;

/** Tells what the errors of Elasticsearch mean. */
final class IndexErrors {
  private static final int FORBIDDEN = 403;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private IndexErrors() {}

  /**
   * Returns why a later try may succeed; empty when it will not.
   *
   * @param type what Elasticsearch calls the error; empty when it does not say
   */
  static Optional<Reason> reason(int status, String type) {
    if (type.equals("index_closed_exception")) {
      return Optional.of(Reason.CLOSED);
    }
    return switch (status) {
      case BAD_REQUEST -> Optional.empty();
      case FORBIDDEN ->
          Optional.of(type.equals("cluster_block_exception") ? Reason.BLOCKED : Reason.AWAY);
      case NOT_FOUND -> Optional.of(Reason.MISSING);
      case TOO_MANY_REQUESTS, UNAVAILABLE -> Optional.of(Reason.BUSY);
      default -> Optional.of(Reason.AWAY);
    };
  }
}
