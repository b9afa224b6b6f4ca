package io.gazetteer.common.source.postgresql;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.postgresql.util.PSQLException;

/**
 * A server, or a pooler before it, refuses a transaction or the settings in it. No relation is to
 * blame for it.
 */
public final class SettingsRefusedException extends SQLException {
  private static final long serialVersionUID = 1L;

  /** The classes of errors that other causes have: limits, shutdowns, rights, lost connections. */
  private static final Set<String> OTHER_CAUSES = Set.of("25", "28", "40", "53", "55", "57", "58");

  private SettingsRefusedException(SQLException cause) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
  }

  /** Returns the failure of a beginning, as this exception where it is a refusal. */
  static SQLException by(SQLException failure) {
    return isOfServer(failure) && !OTHER_CAUSES.contains(stateClass(failure))
        ? new SettingsRefusedException(failure)
        : failure;
  }

  /** Returns whether a server has answered with the failure; a driver has errors of its own. */
  public static boolean isOfServer(SQLException failure) {
    return failure instanceof PSQLException error && error.getServerErrorMessage() != null;
  }

  private static String stateClass(SQLException failure) {
    var state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return state.length() < 2 ? "" : state.substring(0, 2);
  }
}
