package io.gazetteer.api.web.problems;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Lists the stable codes of everything that can go wrong, each with its HTTP status and title. */
public enum ProblemCode {
  VALIDATION_FAILED(400, "The request is not valid"),
  QUERY_MISTAKE(400, "The query cannot be understood"),
  MALFORMED_REQUEST(400, "The request cannot be read"),
  UNAUTHORIZED(401, "Authentication is needed"),
  FORBIDDEN(403, "Not allowed"),
  NOT_FOUND(404, "Not found"),
  DATABASE_NOT_FOUND(404, "No such database is registered"),
  TABLE_NOT_FOUND(404, "The database has no such table"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "None of the accepted media types can be produced"),
  REQUEST_TIMEOUT(408, "The request took too long to arrive"),
  ALREADY_REGISTERED(409, "This database is already registered"),
  CRAWL_RUNNING(409, "A crawl is running"),
  CRAWL_NOT_LIVE(409, "The crawl is over"),
  CRAWL_NOT_HELD(409, "The crawl waits for no confirmation"),
  REBUILD_RUNNING(409, "The search index is being rebuilt"),
  USERNAME_TAKEN(409, "The user name is taken"),
  LAST_ADMIN(409, "The last administrator stays"),
  KEY_IN_USE(409, "The key is needed"),
  KEYSET_UNUSABLE(409, "The keyset cannot be used like this"),
  AMBIGUOUS_DATABASE(409, "More than one registered database has this name"),
  REQUEST_RUNNING(409, "The same request is under way"),
  ALREADY_DONE(409, "This has been done before"),
  PRECONDITION_FAILED(412, "It has changed since it was read"),
  TOO_LARGE(413, "The request body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  CONNECTION_FAILED(422, "The database cannot be used like this"),
  SECRET_UNREADABLE(409, "The stored password cannot be decrypted"),
  TARGET_NOT_ALLOWED(422, "The network policy does not allow this address"),
  IDEMPOTENCY_KEY_REUSED(422, "The key belongs to another request"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "A service this needs is not available");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Returns the code as it stands in JSON, for example {@code not_found}. */
  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
