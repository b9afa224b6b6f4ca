package io.gazetteer.api.web.input;

import io.gazetteer.api.web.problems.FieldError;
import io.gazetteer.api.web.problems.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that the caller hears all of it at once. */
public final class Violations {
  private static final int MAX_NAME = 64;

  private final List<FieldError> errors = new ArrayList<>();

  public void add(String field, String message) {
    var name = field.length() > MAX_NAME ? field.substring(0, MAX_NAME) : field;
    errors.add(new FieldError(name, message));
  }

  /** Throws a {@link Problem} that names every wrong field, if there is one. */
  public void check() {
    if (!errors.isEmpty()) {
      throw Problem.validation(errors);
    }
  }
}
