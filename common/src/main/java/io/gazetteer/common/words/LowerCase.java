package io.gazetteer.common.words;

/**
 * Makes text lower case by Unicode's simple case folding: one character at a time and without a
 * locale, so that neither a Turkish server nor the place of a sigma in its word changes what is
 * stored.
 */
final class LowerCase {

  private LowerCase() {}

  static String of(String text, int start, int end) {
    var lower = new StringBuilder(end - start);
    for (int at = start; at < end; ) {
      int codePoint = text.codePointAt(at);
      lower.appendCodePoint(of(codePoint));
      at += Character.charCount(codePoint);
    }
    return lower.toString();
  }

  private static int of(int codePoint) {
    if (codePoint < 128) {
      return codePoint >= 'A' && codePoint <= 'Z' ? codePoint | 0x20 : codePoint;
    }
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }
}
