package io.gazetteer.api.search.query;

/** Limits patterns, so that none is expensive to look for. */
public final class Wildcards {
  static final int MOST_PATTERNS = 4;
  private static final int MOST_STARS = 4;
  private static final int LEAST_PLAIN = 2;

  private Wildcards() {}

  /** Whether a text is a pattern. */
  public static boolean areIn(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /** The pattern, with no two stars in a row. */
  static String checked(String pattern, int position) {
    var simple = pattern.replaceAll("\\*{2,}", "*");
    if (simple.chars().filter(Character::isLetterOrDigit).count() < LEAST_PLAIN) {
      throw new QueryMistakeException(
          position,
          "this pattern fits nearly every name",
          "Give at least two letters or digits beside * and ?, as in cust*.");
    }
    if (simple.chars().filter(character -> character == '*').count() > MOST_STARS) {
      throw new QueryMistakeException(
          position, "this pattern has too many stars", "Use at most " + MOST_STARS + " of them.");
    }
    return simple;
  }
}
