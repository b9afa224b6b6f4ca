package io.gazetteer.common.words;

/** Knows the characters that belong to the one before them. */
final class Marks {

  private static final int SOFT_HYPHEN = 0xAD;
  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int FIRST_INDIC = 0x900;

  private Marks() {}

  /**
   * Returns whether people leave this mark out when they type: accents, Hebrew and Arabic points,
   * variation selectors, and characters without a shape (soft hyphen, joiners, byte order mark).
   * Vowel signs of Indic and south-east Asian scripts and the voicing of kana make other words:
   * they are kept.
   */
  static boolean isDropped(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> isDiacritic(codePoint);
      case Character.FORMAT -> codePoint != ZERO_WIDTH_SPACE;
      default -> false;
    };
  }

  /** Returns whether the character is normalised together with the one before it. */
  static boolean extendsCluster(int codePoint) {
    if (codePoint < 0x300) {
      return codePoint == SOFT_HYPHEN;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      case Character.FORMAT -> codePoint != ZERO_WIDTH_SPACE;
      default -> isTrailingJamo(codePoint) || isHalfWidthVoicing(codePoint);
    };
  }

  private static boolean isDiacritic(int codePoint) {
    return codePoint < FIRST_INDIC
        || in(codePoint, 0x1AB0, 0x1AFF)
        || in(codePoint, 0x1DC0, 0x1DFF)
        || in(codePoint, 0x20D0, 0x20FF)
        || in(codePoint, 0xFE00, 0xFE0F)
        || in(codePoint, 0xFE20, 0xFE2F)
        || in(codePoint, 0xE0100, 0xE01EF);
  }

  private static boolean isTrailingJamo(int codePoint) {
    return in(codePoint, 0x1160, 0x11FF);
  }

  private static boolean isHalfWidthVoicing(int codePoint) {
    return in(codePoint, 0xFF9E, 0xFF9F);
  }

  private static boolean in(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
