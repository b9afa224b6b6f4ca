package io.gazetteer.common.source;

import java.sql.SQLException;

/**
 * Says that a source cannot be read. The message is ours and holds no text of a driver, which might
 * repeat what it was given; for the same reason there is no cause.
 */
public class SourceException extends Exception {

  private final SourceError error;

  SourceException(SourceError error) {
    this(error, "");
  }

  private SourceException(SourceError error, String detail) {
    super(error.message() + detail);
    this.error = error;
  }

  /** Translates an error of a driver. */
  public static SourceException of(SQLException failure) {
    SourceError error = ErrorMapping.errorOf(failure);
    String detail = " (SQLSTATE " + failure.getSQLState() + ", " + failure.getErrorCode() + ")";
    return new SourceException(error, detail);
  }

  /** Returns the error of a user who can connect, but sees nothing of the database. */
  public static SourceException nothingVisible() {
    return new SourceException(SourceError.PERMISSION_DENIED);
  }

  /** Returns the error of a password that was encrypted with a key which our keyset lacks. */
  public static SourceException secretUnreadable() {
    return new SourceException(SourceError.SECRET_UNREADABLE);
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

  /** Returns whether nothing was sent, as nobody answered. */
  boolean isUnreachable() {
    return code().equals(SourceError.UNREACHABLE.code());
  }

  /** Returns whether the same attempt may succeed later with nothing changed by anyone. */
  public boolean isTransient() {
    return error.isTransient();
  }
}
