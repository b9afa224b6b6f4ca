package io.gazetteer.api.index;

/** Elasticsearch does not understand a request: a mistake in it, and of ours. */
public final class RefusedException extends RuntimeException {
  RefusedException(String endpoint, Exception cause) {
    super("Elasticsearch refused " + endpoint, cause);
  }
}
