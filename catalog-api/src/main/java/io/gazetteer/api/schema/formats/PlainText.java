package io.gazetteer.api.schema.formats;

/**
 * Writes names and comments into lines of text for programs and people who read. They stay on their
 * line, and a comment is quoted: what it says is said by the database, and by nobody else.
 */
public final class PlainText {
  /** What is longer is cut, and says so. */
  private static final int LONGEST_COMMENT = 300;

  private static final int LONGEST_TYPE = 120;

  private PlainText() {}

  /** Quotes a comment; a long one is cut, with a word that says so. */
  public static String comment(String comment) {
    return comment.length() <= LONGEST_COMMENT
        ? quoted(comment)
        : quoted(beginning(comment, LONGEST_COMMENT)) + wordOfCut(comment);
  }

  /** Writes a type on one line; the values of an enum may be many. */
  public static String type(String type) {
    return cut(type, LONGEST_TYPE);
  }

  /** Writes a text on one line; one that is longer than this is cut, with a word that says so. */
  public static String cut(String text, int most) {
    return text.length() <= most ? oneLine(text) : oneLine(beginning(text, most)) + wordOfCut(text);
  }

  private static String beginning(String text, int most) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  private static String wordOfCut(String text) {
    return " (cut, has " + text.length() + " characters)";
  }

  private static String quoted(String text) {
    return '"' + oneLine(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }

  /** Writes control characters and ends of lines as escapes, which leaves other texts alone. */
  public static String oneLine(String text) {
    if (text.codePoints().noneMatch(PlainText::isUnseen)) {
      return text;
    }
    var line = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (!isUnseen(point)) {
                line.appendCodePoint(point);
              } else if (point == '\n') {
                line.append("\\n");
              } else {
                line.append("\\u{").append(Integer.toHexString(point)).append('}');
              }
            });
    return line.toString();
  }

  /** Says whether a character ends a line, turns the direction of text, or is not seen at all. */
  private static boolean isUnseen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
