package io.gazetteer.api.web.problems;

import io.gazetteer.api.failure.DomainException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request that is answered with {@code application/problem+json}. */
public final class Problem extends RuntimeException {
  private final ProblemCode code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private transient @Nullable Duration retryAfter;

  /**
   * @param detail a sentence for the caller, without secrets
   */
  public Problem(ProblemCode code, String detail) {
    this(code, detail, List.of());
  }

  private Problem(ProblemCode code, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.code = code;
    this.errors = errors;
  }

  /** Answers for a failure of a use case with this code. */
  public static Problem of(DomainException failure, ProblemCode code) {
    var problem = new Problem(code, String.valueOf(failure.getMessage()));
    failure.details().forEach(problem::with);
    failure.tryAgainAfter().ifPresent(problem::retryAfter);
    return problem;
  }

  /** Names every wrong field at once. */
  public static Problem validation(List<FieldError> errors) {
    var fields = errors.stream().map(FieldError::field).distinct().toList();
    return new Problem(
        ProblemCode.VALIDATION_FAILED,
        "Not valid: " + String.join(", ", fields),
        List.copyOf(errors));
  }

  /**
   * Refuses a text in a parameter that breaks the rules of its language.
   *
   * @param position where, in UTF-16 code units
   * @param hint what would be right
   */
  public static Problem query(String parameter, String message, int position, String hint) {
    return new Problem(
        ProblemCode.QUERY_MISTAKE,
        "At position " + position + ": " + message + ". " + hint,
        List.of(new FieldError(parameter, message, position, hint)));
  }

  /** Adds a member of its own to the answer. */
  public Problem with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Says when it is worth trying again. */
  public Problem retryAfter(Duration wait) {
    this.retryAfter = wait;
    return this;
  }

  /** Returns whole seconds, rounded up. */
  OptionalLong retryAfterSeconds() {
    return retryAfter == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds()));
  }

  /** Returns what is wrong with single fields. */
  public List<FieldError> errors() {
    return errors;
  }

  public ProblemCode code() {
    return code;
  }

  /** Returns the body of the answer. */
  public Map<String, Object> body(String requestId) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "urn:gazetteer:problem:" + code.jsonName());
    body.put("title", code.title());
    body.put("status", code.status());
    body.put("detail", String.valueOf(getMessage()));
    body.put("code", code.jsonName());
    body.put("request_id", requestId);
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    body.putAll(members);
    return body;
  }
}
