package io.gazetteer.common.identifiers;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text where its writing shows a boundary: at everything that is neither letter nor digit,
 * between letters and digits, at {@code aB} and before the last capital of {@code ABc}. Chinese and
 * Japanese characters are words of their own: there are no blanks to go by.
 */
final class Pieces {
  private enum Kind {
    NONE,
    LOWER,
    UPPER,
    OTHER_LETTER,
    IDEOGRAPH,
    DIGIT
  }

  private Pieces() {}

  /** A part of the text, {@code end} exclusive. */
  record Piece(int start, int end) {}

  static List<Piece> of(String text, int limit) {
    var pieces = new ArrayList<Piece>();
    int at = 0;
    while (at < text.length() && pieces.size() < limit) {
      int end = endOf(text, at);
      if (kind(text, at) != Kind.NONE) {
        pieces.add(new Piece(at, end));
      }
      at = end;
    }
    return pieces;
  }

  private static int endOf(String text, int start) {
    int at = start;
    var kind = kind(text, at);
    at = next(text, at);
    while (at < text.length()) {
      var following = kind(text, at);
      if (isMark(text, at) && kind != Kind.NONE) {
        at = next(text, at);
      } else if (kind == Kind.UPPER && following == Kind.LOWER) {
        return afterCapitals(text, start, at);
      } else if (following != kind || kind == Kind.IDEOGRAPH || kind == Kind.NONE) {
        return at;
      } else {
        at = next(text, at);
      }
    }
    return at;
  }

  /**
   * At the first small letter after capitals: {@code Name}, {@code HTTPServer}, {@code userIDs}.
   */
  private static int afterCapitals(String text, int start, int small) {
    int capitals = text.codePointCount(start, small);
    int afterSmall = endOfRun(text, small, Kind.LOWER);
    boolean plural = capitals > 1 && text.charAt(small) == 's' && afterSmall == small + 1;
    if (capitals == 1 || plural) {
      return afterSmall;
    }
    return text.offsetByCodePoints(small, -1);
  }

  private static int endOfRun(String text, int start, Kind kind) {
    int at = start;
    while (at < text.length() && (kind(text, at) == kind || isMark(text, at))) {
      at = next(text, at);
    }
    return at;
  }

  private static Kind kind(String text, int at) {
    int c = text.codePointAt(at);
    if (c < 0x80) {
      return ascii(c);
    }
    if (Character.isIdeographic(c) || isKana(c)) {
      return Kind.IDEOGRAPH;
    }
    if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
      return Kind.UPPER;
    }
    if (Character.isLowerCase(c)) {
      return Kind.LOWER;
    }
    if (Character.isLetter(c)) {
      return Kind.OTHER_LETTER;
    }
    return Character.isDigit(c) || Character.getType(c) == Character.OTHER_NUMBER
        ? Kind.DIGIT
        : Kind.NONE;
  }

  private static Kind ascii(int c) {
    if (c >= 'a' && c <= 'z') {
      return Kind.LOWER;
    }
    if (c >= 'A' && c <= 'Z') {
      return Kind.UPPER;
    }
    return c >= '0' && c <= '9' ? Kind.DIGIT : Kind.NONE;
  }

  private static boolean isKana(int c) {
    var script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
  }

  private static boolean isMark(String text, int at) {
    int type = Character.getType(text.codePointAt(at));
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static int next(String text, int at) {
    return at + Character.charCount(text.codePointAt(at));
  }
}
