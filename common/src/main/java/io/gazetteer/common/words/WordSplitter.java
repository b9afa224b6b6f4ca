package io.gazetteer.common.words;

/**
 * Walks over a folded text and stops at each piece that case, digits, script and punctuation set
 * apart: {@code XMLHttpRequest2} is XML, Http, Request, 2. One walk, linear; not thread-safe.
 */
final class WordSplitter {

  private final String text;
  private int start;
  private int end;

  WordSplitter(String text) {
    this.text = text;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Returns whether the piece is written in letters that know case. */
  boolean isCased() {
    return kindAt(start).isCased();
  }

  boolean next() {
    start = skipSeparators(end);
    if (start == text.length()) {
      end = start;
      return false;
    }
    var kind = kindAt(start);
    end =
        switch (kind) {
          case UPPER -> endOfUpper();
          case SINGLE -> after(start);
          default -> endOfRun(start, kind);
        };
    return true;
  }

  /** Returns where capitals end: CUSTOMER, Customer, HTTP before Server, IDs. */
  private int endOfUpper() {
    int run = endOfRun(start, CharKind.UPPER);
    if (run == text.length() || kindAt(run) != CharKind.LOWER) {
      return run;
    }
    int last = text.offsetByCodePoints(run, -1);
    if (last == start) {
      return endOfRun(run, CharKind.LOWER);
    }
    return isPluralOfAcronym(run) ? run + 1 : last;
  }

  private boolean isPluralOfAcronym(int at) {
    return text.charAt(at) == 's' && !isKind(at + 1, CharKind.LOWER);
  }

  private int endOfRun(int from, CharKind kind) {
    int at = from;
    while (isKind(at, kind)) {
      at = after(at);
    }
    return at;
  }

  private int skipSeparators(int from) {
    int at = isPossessive(from) ? from + 2 : from;
    while (isKind(at, CharKind.SEPARATOR)) {
      at = after(at);
    }
    return at;
  }

  /** Returns whether an s is only a possessive: the customer's e-mail has no word "s". */
  private boolean isPossessive(int at) {
    return at > 0
        && at + 1 < text.length()
        && text.charAt(at) == '\''
        && (text.charAt(at + 1) | 0x20) == 's'
        && CharKind.of(text.codePointBefore(at)).isCased()
        && (at + 2 == text.length() || isKind(at + 2, CharKind.SEPARATOR));
  }

  private boolean isKind(int at, CharKind kind) {
    return at < text.length() && kindAt(at) == kind;
  }

  private CharKind kindAt(int at) {
    return CharKind.of(text.codePointAt(at));
  }

  private int after(int at) {
    return at
        + (Character.isHighSurrogate(text.charAt(at))
            ? Character.charCount(text.codePointAt(at))
            : 1);
  }
}
