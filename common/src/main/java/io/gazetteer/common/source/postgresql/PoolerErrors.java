package io.gazetteer.common.source.postgresql;

import io.gazetteer.common.source.SourceError;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Understands what PgBouncer says for itself: it has one SQLSTATE for all of it, and its texts are
 * in English whatever the server's language.
 */
public final class PoolerErrors {
  private static final String PROTOCOL_VIOLATION = "08P01";

  private static final Map<String, SourceError> BY_TEXT =
      Map.ofEntries(
          Map.entry("no more connections", SourceError.TOO_MANY_CONNECTIONS),
          Map.entry("query_wait_timeout", SourceError.TOO_MANY_CONNECTIONS),
          Map.entry("no such database", SourceError.DATABASE_NOT_FOUND),
          Map.entry("no such user", SourceError.AUTHENTICATION_FAILED),
          Map.entry("authentication failed", SourceError.AUTHENTICATION_FAILED),
          Map.entry("login rejected", SourceError.AUTHENTICATION_FAILED),
          Map.entry("cannot connect to server", SourceError.UNREACHABLE),
          Map.entry("server login", SourceError.UNREACHABLE),
          Map.entry("server conn crashed", SourceError.UNREACHABLE),
          Map.entry("shutting down", SourceError.UNREACHABLE),
          Map.entry("unsupported startup parameter", SourceError.SETTINGS_REFUSED),
          Map.entry("pooling mode", SourceError.SETTINGS_REFUSED));

  private PoolerErrors() {}

  /** Finds the error behind a protocol violation that a server or pooler has told. */
  public static Optional<SourceError> find(SQLException failure) {
    if (!PROTOCOL_VIOLATION.equals(failure.getSQLState())) {
      return Optional.empty();
    }
    var message = message(failure);
    if (message == null) {
      return Optional.empty();
    }
    var text = Objects.requireNonNullElse(message.getMessage(), "").toLowerCase(Locale.ROOT);
    return Optional.of(
        BY_TEXT.entrySet().stream()
            .filter(known -> text.contains(known.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(SourceError.SOURCE_ERROR));
  }

  private static @Nullable ServerErrorMessage message(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException error) {
        return error.getServerErrorMessage();
      }
    }
    return null;
  }
}
