package io.gazetteer.common.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names what can be wrong with a source, in words that its owner can act on. */
public enum SourceError {
  AUTHENTICATION_FAILED(
      false,
      "The database refused this user name, password or client address; on MySQL and MariaDB an"
          + " anonymous account ''@'localhost' can stand before the one that was meant"),
  AUTHENTICATION_UNSUPPORTED(
      false, "The server asks for a way to log in that Gazetteer does not use"),
  HOST_NOT_FOUND(true, "unreachable", "The host name is not known"),
  CONNECTION_REFUSED(true, "unreachable", "Nothing listens at this host and port"),
  TARGET_NOT_ALLOWED(false, "The network policy does not allow this host and port"),
  UNREACHABLE(true, "Nothing answers at this host and port, or the connection broke"),
  TIMEOUT(true, "The database did not answer in time"),
  DATABASE_NOT_FOUND(false, "The server has no database of this name"),
  PERMISSION_DENIED(
      false,
      "The user has no right to read this database; a test of the connection says what to grant"),
  TLS_REQUIRED(false, "The server accepts encrypted connections only, and tls_mode forbids them"),
  TLS_UNAVAILABLE(false, "The server offers no encryption, which tls_mode demands"),
  TLS_UNTRUSTED(false, "The server's certificate is not trusted for this host name"),
  TLS_FAILED(false, "The server and Gazetteer could not agree on how to encrypt"),
  ANSWER_TOO_LARGE(false, "The server sent more than a database's catalog can be"),
  TOO_MANY_CONNECTIONS(true, "The server has no connection left for this user"),
  SAME_DATABASE(false, "This database is registered already under another address"),
  WAITING_FOR_SERVER(
      true, "Gazetteer has as many connections to this server as it may, and waits for one"),
  UNSUPPORTED_VERSION(false, "The server is older than any version that can be read"),
  WRONG_DATABASE_TYPE(false, "The server is of another kind than db_type says"),
  SETTINGS_REFUSED(
      false,
      "The server, or a pooler before it, refuses the transactions or settings that a crawl needs;"
          + " give the server's own address, or a pool in session or transaction mode"),
  ENCODING_ERROR(false, "A name or text has bytes that the encoding of the database lacks"),
  SECRET_UNREADABLE(false, "The stored password cannot be decrypted with this worker's keyset"),
  SOURCE_ERROR(false, "The database answered with an error"),
  SOURCE_BUSY(true, "source_error", "The database could not answer now");

  private final boolean isTransient;
  private final String code;
  private final String message;

  SourceError(boolean isTransient, String message) {
    this(isTransient, null, message);
  }

  SourceError(boolean isTransient, @Nullable String code, String message) {
    this.isTransient = isTransient;
    this.code = code == null ? name().toLowerCase(Locale.ROOT) : code;
    this.message = message;
  }

  boolean isTransient() {
    return isTransient;
  }

  String code() {
    return code;
  }

  /** Returns a reason that is more exact than the code, for a person who tries a connection. */
  String reason() {
    return name().toLowerCase(Locale.ROOT);
  }

  String message() {
    return message;
  }
}
