package io.gazetteer.common.identifiers;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Lower case, without accents, in the plain form of every character. */
final class Folding {
  /** What Lucene's folding may make of one character. */
  private static final int MAX_GROWTH = 4;

  private Folding() {}

  static String fold(String text) {
    return keepsPlaces(text) ? text.toLowerCase(Locale.ROOT) : foldAny(text);
  }

  /** Whether every character of the folded text stands where it stood before. */
  static boolean keepsPlaces(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String foldAny(String text) {
    var compatible = Normalizer.normalize(text, Normalizer.Form.NFKD);
    var lower = compatible.toLowerCase(Locale.ROOT);
    var out = new char[lower.length() * MAX_GROWTH];
    int length = ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0, out, 0, lower.length());
    var folded = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      if (Character.getType(out[i]) != Character.NON_SPACING_MARK && !isBlank(out[i])) {
        folded.append(out[i]);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
