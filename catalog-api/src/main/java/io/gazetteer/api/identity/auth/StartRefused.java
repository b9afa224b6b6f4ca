package io.gazetteer.api.identity.auth;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence why the process does not start, instead of a stack trace. */
final class StartRefused implements FailureAnalyzer {
  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException) {
        return new FailureAnalysis(
            "PostgreSQL cannot be used, check GAZETTEER_POSTGRES_URL, _USER and _PASSWORD: "
                + cause.getMessage(),
            null,
            cause);
      }
    }
    return null;
  }
}
