package io.gazetteer.api.search.query;

/** Reads a text from left to right. */
final class QueryText {
  private final String text;
  private int position;

  QueryText(String text) {
    this.text = text;
  }

  static boolean isBlank(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  int position() {
    return position;
  }

  boolean isAtEnd() {
    return position == text.length();
  }

  boolean isAt(char character) {
    return isAt(0, character);
  }

  boolean isAt(int ahead, char character) {
    int at = position + ahead;
    return at < text.length() && text.charAt(at) == character;
  }

  /** Whether a token that began before here would end here. */
  boolean isAtBreak(int ahead) {
    int at = position + ahead;
    return at >= text.length() || isBlank(text.charAt(at)) || text.charAt(at) == ')';
  }

  boolean isAtWord(String word) {
    return text.startsWith(word, position) && isAtBreak(word.length());
  }

  /** Whether what follows is the end, a minus, or a word without small letters. */
  boolean goesOnInCapitals() {
    int at = position;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    boolean isExcluded = at < text.length() && text.charAt(at) == '-';
    for (; at < text.length() && !isBlank(text.charAt(at)) && text.charAt(at) != ')'; at++) {
      char character = text.charAt(at);
      if (!isExcluded && ("\"(:".indexOf(character) >= 0 || Character.isLowerCase(character))) {
        return false;
      }
    }
    return true;
  }

  void skip(int characters) {
    position += characters;
  }

  void skipBlanks() {
    while (!isAtEnd() && isBlank(text.charAt(position))) {
      position++;
    }
  }

  /** Reads up to the next quote, and skips that, too. */
  String quoted(int opened) {
    int end = text.indexOf('"', position);
    if (end < 0) {
      throw new QueryMistakeException(
          opened, "the quote is not closed", "Put another \" behind the last word of the phrase.");
    }
    int from = position;
    int to = end;
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      throw new QueryMistakeException(
          opened, "there is nothing between the quotes", "Put words between the quotes.");
    }
    position = end + 1;
    return text.substring(from, to);
  }

  /** Reads up to a blank, this character, or a closing bracket that the token has not opened. */
  String token(char end) {
    int from = position;
    int open = 0;
    while (!isAtEnd()) {
      char character = text.charAt(position);
      if (isBlank(character)
          || (open == 0 && (character == ')' || (character == end && position > from)))) {
        break;
      }
      open += character == '(' ? 1 : character == ')' ? -1 : 0;
      position++;
    }
    return text.substring(from, position);
  }

  /**
   * The word before a colon, if that may be a qualifier; it is not skipped. {@code a::b} and {@code
   * http://x} are words.
   *
   * @return empty when there is none
   */
  String qualifierWord() {
    int at = position;
    while (at < text.length() && isLetter(text.charAt(at))) {
      at++;
    }
    boolean isOne =
        at > position
            && text.startsWith(":", at)
            && !text.startsWith("::", at)
            && !text.startsWith("://", at);
    return isOne ? text.substring(position, at) : "";
  }

  private static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || character == '_';
  }
}
