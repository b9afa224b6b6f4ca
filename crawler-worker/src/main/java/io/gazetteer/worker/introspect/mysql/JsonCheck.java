package io.gazetteer.worker.introspect.mysql;

import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Recognises JSON of MariaDB: a column of a text type whose check says that it is valid JSON, which
 * is all that the type {@code json} is there.
 */
final class JsonCheck {
  private static final Pattern AND = Pattern.compile("(?i)\\s+and\\s+");

  private JsonCheck() {}

  /** Returns whether one of the checks demands valid JSON of the column. */
  static boolean makesJson(String column, Collection<String> expressions) {
    var demand = "json_valid(`" + column.replace("`", "``") + "`)";
    return expressions.stream()
        .filter(expression -> expression.contains(demand))
        .flatMap(expression -> Arrays.stream(AND.split(expression)))
        .anyMatch(demand::equalsIgnoreCase);
  }
}
