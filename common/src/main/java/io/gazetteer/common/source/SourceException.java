package io.gazetteer.common.source;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Says that a source cannot be read. The message is ours and holds no text of a driver, which might
 * repeat what it was given; for the same reason there is no cause.
 */
public class SourceException extends Exception {
  /** How Connector/J says that it lacks what the server asks for. */
  private static final Pattern PLUGIN =
      Pattern.compile("authentication plugin '([A-Za-z0-9_]{1,64})'");

  private final SourceError error;

  SourceException(SourceError error) {
    this(error, error.message());
  }

  private SourceException(SourceError error, String message) {
    super(message);
    this.error = error;
  }

  /** Translates an error of a driver. */
  public static SourceException of(SQLException failure) {
    SourceError error = ErrorMapping.errorOf(failure);
    return new SourceException(error, message(error, failure));
  }

  private static String message(SourceError error, SQLException failure) {
    return switch (error) {
      case AUTHENTICATION_UNSUPPORTED ->
          plugin(failure).map(SourceException::ofPlugin).orElse(error.message());
      case WRONG_DATABASE_TYPE -> ErrorMapping.refusal(failure).orElse(error.message());
      case SOURCE_ERROR, SOURCE_BUSY, SETTINGS_REFUSED ->
          error.message()
              + " (SQLSTATE "
              + failure.getSQLState()
              + ", "
              + failure.getErrorCode()
              + ")";
      default -> error.message();
    };
  }

  private static String ofPlugin(String plugin) {
    return "The server wants to log this user in by the plugin "
        + plugin
        + ", which Gazetteer does not have; give the user a password of"
        + " mysql_native_password or caching_sha2_password";
  }

  private static Optional<String> plugin(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var found = PLUGIN.matcher(String.valueOf(cause.getMessage()));
      if (found.find()) {
        return Optional.of(found.group(1));
      }
    }
    return Optional.empty();
  }

  /** Returns the error of a server of a kind that was not expected. */
  static SourceException otherKind(String found) {
    return new SourceException(SourceError.WRONG_DATABASE_TYPE, otherKindMessage(found));
  }

  /** Says which kind of server answers. */
  public static String otherKindMessage(String found) {
    return "The server that answers here is " + found + "; set db_type to " + found;
  }

  /** Returns the error of a user who can connect, but sees nothing of the database. */
  public static SourceException nothingVisible() {
    return new SourceException(SourceError.PERMISSION_DENIED);
  }

  /** Returns the error of a password that was encrypted with a key which our keyset lacks. */
  public static SourceException secretUnreadable() {
    return new SourceException(SourceError.SECRET_UNREADABLE);
  }

  /** Returns the error of a database that an older registration leads to as well. */
  public static SourceException sameDatabase(UUID other) {
    return new SourceException(SourceError.SAME_DATABASE, sameDatabaseMessage(other));
  }

  /** Says which registration leads to the same database. */
  public static String sameDatabaseMessage(UUID other) {
    return SourceError.SAME_DATABASE.message() + ", as " + other + "; delete one of the two";
  }

  /** Returns the error of a server to which we have as many connections as we may. */
  public static SourceException serverFull() {
    return new SourceException(SourceError.WAITING_FOR_SERVER);
  }

  /** Returns whether the server, or our share of it, has no connection left: time will help. */
  public boolean isWaiting() {
    return isOfOurLimit() || error == SourceError.TOO_MANY_CONNECTIONS;
  }

  /** Returns whether we ourselves have as many connections to the server as we may. */
  public boolean isOfOurLimit() {
    return error == SourceError.WAITING_FOR_SERVER;
  }

  /** Returns the stable code, for example {@code authentication_failed}. */
  public String code() {
    return error.code();
  }

  /** Returns a reason that is more exact than the code, for example {@code connection_refused}. */
  public String reason() {
    return error.reason();
  }

  /** Returns whether the network policy forbids the address. */
  public boolean isForbidden() {
    return error == SourceError.TARGET_NOT_ALLOWED;
  }

  /** Returns whether no agreement on encryption was reached. */
  boolean isOfEncryption() {
    return switch (error) {
      case TLS_UNAVAILABLE, TLS_UNTRUSTED, TLS_FAILED -> true;
      default -> false;
    };
  }

  /** Returns whether the user lacks a right. */
  public boolean isOfRights() {
    return error == SourceError.PERMISSION_DENIED;
  }

  /** Returns whether the database may have another name: it is missing, or closed to the user. */
  public boolean isOfDatabase() {
    return error == SourceError.DATABASE_NOT_FOUND || isOfRights();
  }

  /** Returns whether nothing was sent, as nobody answered. */
  boolean isUnreachable() {
    return code().equals(SourceError.UNREACHABLE.code());
  }

  /** Returns whether the same attempt may succeed later with nothing changed by anyone. */
  public boolean isTransient() {
    return error.isTransient();
  }
}
