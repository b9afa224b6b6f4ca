package io.gazetteer.api.web.input;

import io.gazetteer.api.web.problems.FieldError;
import io.gazetteer.api.web.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that the caller hears all of it at once. */
public final class Violations {
  private static final int MAX_NAME = 64;

  private final List<FieldError> errors = new ArrayList<>();

  public void add(String field, String message) {
    errors.add(new FieldError(writable(field), message));
  }

  /** Cuts a long name; half of a surrogate pair, which JSON cannot be written with, becomes "?". */
  private static String writable(String name) {
    var cut = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Throws a {@link Problem} that names every wrong field, if there is one. */
  public void check() {
    if (!errors.isEmpty()) {
      throw Problem.validation(errors);
    }
  }
}
