package io.gazetteer.api.search.diagram;

/**
 * Measures text in letters of equal width, as fonts for code have them. Letters of East Asian
 * scripts and pictures take two of them, and marks on a letter none.
 */
final class Cells {
  private Cells() {}

  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  /** Cuts a text that is too wide, which then ends in three dots. */
  static String cut(String text, int most) {
    if (width(text) <= most) {
      return text;
    }
    var cut = new StringBuilder();
    int width = 1;
    for (int point : text.codePoints().toArray()) {
      width += width(point);
      if (width > most) {
        break;
      }
      cut.appendCodePoint(point);
    }
    return cut.append('…').toString();
  }

  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0xA4CF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0xFFE0 && point <= 0xFFE6)
        || (point > 0x2000 && Character.isEmoji(point))
        || (point >= 0x20000 && point <= 0x3FFFD);
  }
}
