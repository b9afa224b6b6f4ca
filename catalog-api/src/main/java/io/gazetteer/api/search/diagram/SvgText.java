package io.gazetteer.api.search.diagram;

/** Writes texts into SVG, whatever is in them. */
final class SvgText {
  private static final char REPLACEMENT = '\uFFFD';

  private SvgText() {}

  /** Escapes a text for an element or an attribute; what XML forbids becomes U+FFFD. */
  static String escaped(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(point, escaped));
    return escaped.toString();
  }

  private static void append(int point, StringBuilder out) {
    switch (point) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n', '\r', '\t' -> out.append(' ');
      default -> out.appendCodePoint(isAllowed(point) ? point : REPLACEMENT);
    }
  }

  private static boolean isAllowed(int point) {
    return point >= 0x20
        && !(point >= 0x7F && point <= 0x9F)
        && !(point >= 0xD800 && point <= 0xDFFF)
        && (point & 0xFFFE) != 0xFFFE
        && !isTurn(point);
  }

  /** Says whether a character turns the direction of what follows it. */
  private static boolean isTurn(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }

  /** Writes a number with at most one digit after the point. */
  static String number(double number) {
    long tenths = Math.round(number * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }
}
