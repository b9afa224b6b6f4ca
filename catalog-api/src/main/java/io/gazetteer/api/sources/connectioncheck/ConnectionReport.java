package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.identity.access.NetworkDetail;
import io.gazetteer.common.source.SourceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What trying a connection has shown.
 *
 * @param ok whether a crawl would find something to read
 * @param serverVersion as the server says it; null when nobody could log in
 * @param visible what the user may see; null when nobody could log in
 * @param grants statements that give the user what a crawl needs, and no more
 */
public record ConnectionReport(
    boolean ok,
    @Nullable Problem problem,
    @Nullable String serverVersion,
    @Nullable Visible visible,
    List<String> grants) {

  record Problem(String code, String message) {}

  record Visible(long schemas, long tables) {}

  private static final Problem UNREACHABLE = new Problem(NetworkDetail.CODE, NetworkDetail.MESSAGE);

  static ConnectionReport failed(SourceException failure, List<String> grants) {
    var problem = new Problem(failure.reason(), String.valueOf(failure.getMessage()));
    return new ConnectionReport(false, problem, null, null, grants);
  }

  static ConnectionReport timedOut(List<String> grants) {
    var problem = new Problem("timeout", "The database did not answer in time");
    return new ConnectionReport(false, problem, null, null, grants);
  }

  boolean isOfTheNetwork() {
    return problem != null && serverVersion == null && NetworkDetail.isTold(problem.code());
  }

  /** Returns a report that is the same for every host and port where no such database answers. */
  ConnectionReport withoutDetail() {
    return isOfTheNetwork() ? new ConnectionReport(false, UNREACHABLE, null, null, grants) : this;
  }
}
