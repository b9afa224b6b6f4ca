package io.gazetteer.common.words;

/** Says what a character of a folded text is to the splitter. */
enum CharKind {
  /** Is punctuation, a blank, a symbol, an emoji, a control character or a lone surrogate. */
  SEPARATOR,
  LOWER,
  UPPER,
  DIGIT,
  /** Is a letter that knows no case (Arabic, Katakana, Hangul, Thai); such letters stay joined. */
  CASELESS,
  /** Is an ideograph or Hiragana: no blanks stand between such words, so each one is a word. */
  SINGLE;

  private static final CharKind[] ASCII = new CharKind[128];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      ASCII[c] = classify(c);
    }
  }

  static CharKind of(int codePoint) {
    return codePoint < ASCII.length ? ASCII[codePoint] : classify(codePoint);
  }

  boolean isCased() {
    return this == LOWER || this == UPPER;
  }

  private static CharKind classify(int codePoint) {
    if (Character.isIdeographic(codePoint) || isHiragana(codePoint)) {
      return SINGLE;
    }
    return switch (Character.getType(codePoint)) {
      case Character.LOWERCASE_LETTER -> LOWER;
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> DIGIT;
      case Character.OTHER_LETTER,
          Character.MODIFIER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          CASELESS;
      default -> SEPARATOR;
    };
  }

  private static boolean isHiragana(int codePoint) {
    return codePoint >= 0x3041 && codePoint <= 0x3096;
  }
}
