package io.gazetteer.api.pages;

import io.gazetteer.api.web.problems.FieldError;
import io.gazetteer.api.web.problems.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what was wrong with a form. */
public final class Mistakes {
  private Mistakes() {}

  /**
   * Returns what is wrong with each field, by its name.
   *
   * @throws Problem this one, when it is not about fields
   */
  public static Map<String, String> of(Problem problem) {
    var wrong = new LinkedHashMap<String, String>();
    for (FieldError error : problem.errors()) {
      wrong.putIfAbsent(error.field(), error.message());
    }
    if (wrong.isEmpty()) {
      throw problem;
    }
    return wrong;
  }

  /** Returns what a failure says, as a sentence. */
  public static String sentence(Exception failure) {
    var said = String.valueOf(failure.getMessage());
    return said.endsWith(".") ? said : said + ".";
  }
}
