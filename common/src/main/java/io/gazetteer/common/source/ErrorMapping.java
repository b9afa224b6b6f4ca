package io.gazetteer.common.source;

import com.mysql.cj.exceptions.WrongArgumentException;
import io.gazetteer.common.source.mysql.SettingsNotTakenException;
import io.gazetteer.common.source.postgresql.PoolerErrors;
import io.gazetteer.common.source.postgresql.SettingsRefusedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Translates SQLSTATEs, MySQL's error numbers and network failures into errors of a source. */
final class ErrorMapping {

  private ErrorMapping() {}

  static SourceError errorOf(SQLException failure) {
    SourceError byNumber = ofVendorNumber(failure.getErrorCode());
    if (byNumber != null) {
      return byNumber;
    }
    LoginRefusedException refused = cause(failure, LoginRefusedException.class);
    if (refused != null) {
      return refused.error();
    }
    if (lacksLogin(failure)) {
      return SourceError.AUTHENTICATION_UNSUPPORTED;
    }
    if (hasCause(failure, SettingsNotTakenException.class)) {
      return SourceError.SETTINGS_REFUSED;
    }
    if (isTimeout(failure)) {
      return SourceError.TIMEOUT;
    }
    if (hasCause(failure, ConnectException.class)) {
      return SourceError.CONNECTION_REFUSED;
    }
    if (hasCause(failure, CertificateException.class)) {
      return SourceError.TLS_UNTRUSTED;
    }
    if (hasCause(failure, SSLException.class)) {
      return SourceError.TLS_FAILED;
    }
    return PoolerErrors.find(failure).orElseGet(() -> bySqlState(failure));
  }

  private static SourceError bySqlState(SQLException failure) {
    return hasCause(failure, SettingsRefusedException.class)
        ? SourceError.SETTINGS_REFUSED
        : ofState(Objects.requireNonNullElse(failure.getSQLState(), ""));
  }

  /** Returns what was said where a login was refused by us, in our own words. */
  static Optional<String> refusal(SQLException failure) {
    return Optional.ofNullable(cause(failure, LoginRefusedException.class))
        .map(LoginRefusedException::getMessage);
  }

  /**
   * Returns whether Connector/J does not have, or may not use, what the server asks for; it has two
   * ways to say so.
   */
  private static boolean lacksLogin(SQLException failure) {
    return hasCause(failure, WrongArgumentException.class)
        || String.valueOf(failure.getMessage()).contains("authentication plugin '");
  }

  private static boolean isTimeout(SQLException failure) {
    return failure instanceof SQLTimeoutException
        || hasCause(failure, SocketTimeoutException.class);
  }

  static boolean hasCause(Throwable failure, Class<? extends Exception> type) {
    return cause(failure, type) != null;
  }

  private static <E extends Exception> @Nullable E cause(Throwable failure, Class<E> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  /** Translates the numbers that MySQL and MariaDB share; PostgreSQL's driver always says 0. */
  private static @Nullable SourceError ofVendorNumber(int number) {
    return switch (number) {
      case 1045, 1130, 1251, 1698, 1820, 1862, 2059, 3118, 4151 ->
          SourceError.AUTHENTICATION_FAILED;
      case 1044, 1142, 1143, 1227, 1370 -> SourceError.PERMISSION_DENIED;
      case 1049 -> SourceError.DATABASE_NOT_FOUND;
      case 1040, 1203, 1226 -> SourceError.TOO_MANY_CONNECTIONS;
      case 3159 -> SourceError.TLS_REQUIRED;
      case 1205, 1317, 1969, 3024, 4031 -> SourceError.TIMEOUT;
      case 1053, 1129, 1213 -> SourceError.SOURCE_BUSY;
      default -> null;
    };
  }

  private static SourceError ofState(String state) {
    return switch (state) {
      // The last is the driver's own, for a password that the server wants and we do not have.
      case "28000", "28P01", "08004" -> SourceError.AUTHENTICATION_FAILED;
      case "3D000" -> SourceError.DATABASE_NOT_FOUND;
      case "42501" -> SourceError.PERMISSION_DENIED;
      case "53300" -> SourceError.TOO_MANY_CONNECTIONS;
      // Also of the timeouts that end a session: idle, in a transaction, of a transaction.
      case "57014", "55P03", "25P03", "25P04", "57P05" -> SourceError.TIMEOUT;
      case "22021", "22P05" -> SourceError.ENCODING_ERROR;
      case "57P03" -> SourceError.UNREACHABLE;
      case "08P01" -> SourceError.WRONG_DATABASE_TYPE;
      default -> ofClass(state.length() < 2 ? "" : state.substring(0, 2));
    };
  }

  private static SourceError ofClass(String stateClass) {
    return switch (stateClass) {
      case "08" -> SourceError.UNREACHABLE;
      case "40", "53", "55", "57", "58" -> SourceError.SOURCE_BUSY;
      default -> SourceError.SOURCE_ERROR;
    };
  }
}
