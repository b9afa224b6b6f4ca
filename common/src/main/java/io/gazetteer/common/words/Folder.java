package io.gazetteer.common.words;

import java.text.Normalizer;
import java.util.Arrays;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Does one round of folding: compatibility forms (full width, ligatures, superscripts) become plain
 * ones (NFKD), accents go, Latin letters that do not decompose become ASCII (ß, ø, ı; Lucene's
 * table), the rest is composed again (Hangul, voiced kana).
 *
 * <p>It works on one base character and its marks at a time, so that every result knows its origin;
 * marks beyond {@value #MAX_MARKS} on one base are dropped, which bounds the work.
 */
final class Folder {

  private static final int MAX_MARKS = 8;
  private static final int MAX_GROWTH = 4;

  private final FoldedText source;
  private final String text;
  private final StringBuilder out;
  private int[] starts;
  private int[] ends;
  private int recorded;

  Folder(FoldedText source) {
    this.source = source;
    this.text = source.text();
    this.out = new StringBuilder(text.length());
    this.starts = new int[text.length()];
    this.ends = new int[text.length()];
  }

  FoldedText fold() {
    int from = 0;
    while (from < text.length()) {
      from = standsAlone(from) ? foldChar(from) : foldCluster(from);
    }
    return new FoldedText(out.toString(), starts, ends);
  }

  private boolean standsAlone(int at) {
    return !Character.isSurrogate(text.charAt(at))
        && (at + 1 == text.length() || !Marks.extendsCluster(text.codePointAt(at + 1)));
  }

  private int foldChar(int at) {
    char c = text.charAt(at);
    if (c < 128) {
      out.append(c);
    } else {
      append(FoldedChars.get(c), at + 1);
    }
    recordOrigin(at, at + 1);
    return at + 1;
  }

  /**
   * Adds a folded character in the case that fits the next: Æ is AE in ÆRØ and Ae in Ærø, or a new
   * word would begin inside it.
   */
  private void append(String folded, int next) {
    boolean title =
        folded.length() > 1 && next < text.length() && Character.isLowerCase(text.charAt(next));
    out.append(title ? folded.charAt(0) + LowerCase.of(folded, 1, folded.length()) : folded);
  }

  private int foldCluster(int from) {
    var cluster = new StringBuilder();
    int marks = 0;
    int to = from;
    do {
      int codePoint = text.codePointAt(to);
      to += Character.charCount(codePoint);
      if (!Marks.isDropped(codePoint) && marks <= MAX_MARKS) {
        cluster.appendCodePoint(codePoint);
        marks++;
      }
    } while (to < text.length() && Marks.extendsCluster(text.codePointAt(to)));
    out.append(plain(cluster));
    recordOrigin(from, to);
    return to;
  }

  /** Returns the folded form of a base character with its marks. */
  static String plain(CharSequence cluster) {
    var decomposed = Normalizer.normalize(cluster, Normalizer.Form.NFKD);
    var kept = new StringBuilder(decomposed.length());
    decomposed.codePoints().filter(c -> !Marks.isDropped(c)).forEach(kept::appendCodePoint);
    var composed = Normalizer.normalize(kept, Normalizer.Form.NFC);
    var folded = foldToAscii(composed);
    // Some capitals (U+01A6) are missing in Lucene's table, but not their small letters.
    var lower = LowerCase.of(folded, 0, folded.length());
    var foldedLower = foldToAscii(lower);
    return foldedLower.equals(lower) ? folded : foldedLower;
  }

  private static String foldToAscii(String text) {
    var ascii = new char[text.length() * MAX_GROWTH];
    int length = ASCIIFoldingFilter.foldToASCII(text.toCharArray(), 0, ascii, 0, text.length());
    return new String(ascii, 0, length);
  }

  private void recordOrigin(int from, int to) {
    int known = out.length();
    if (known > starts.length) {
      starts = Arrays.copyOf(starts, 2 * known);
      ends = Arrays.copyOf(ends, 2 * known);
    }
    int start = source.originalStart(from);
    int end = source.originalEnd(to);
    for (int i = recorded; i < known; i++) {
      starts[i] = start;
      ends[i] = end;
    }
    recorded = known;
  }
}
