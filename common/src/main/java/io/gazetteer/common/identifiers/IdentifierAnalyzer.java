package io.gazetteer.common.identifiers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns identifiers into words: {@code CustomerEmailAddr}, {@code customer_email_addr} and {@code
 * CUSTEMAILADDR} are words a person can type. Index and query go through the same code, so what
 * matters is that both sides agree. Never throws; immutable and thread safe.
 */
public final class IdentifierAnalyzer {
  /** A comment that is longer is cut: its first words say what the column is. */
  private static final int MAX_WORDS = 1_000;

  private static final int MAX_WORD_LENGTH = 255;

  private static final IdentifierAnalyzer STANDARD =
      new IdentifierAnalyzer(new Segmenter(Dictionary.load()));

  private final Segmenter segmenter;

  IdentifierAnalyzer(Segmenter segmenter) {
    this.segmenter = segmenter;
  }

  /** The analyzer with the built-in dictionary. */
  public static IdentifierAnalyzer standard() {
    return STANDARD;
  }

  /**
   * The words of a name or of a query, in their order. Splits at punctuation, case and digits, and
   * run-together words by the dictionary. Spans do not overlap, but several words may share one.
   */
  public List<Word> analyze(String identifier) {
    var words = new ArrayList<Word>();
    for (var piece : Pieces.of(identifier, MAX_WORDS)) {
      add(identifier, piece, words);
    }
    return words;
  }

  /** The words of a comment; its first thousand. Identifiers in it are split as elsewhere. */
  public List<Word> analyzeText(String prose) {
    return analyze(prose);
  }

  /** The words joined by one blank, as they stand in the index. */
  public String words(String identifier) {
    return join(analyze(identifier));
  }

  /** The words of a comment, joined by one blank. */
  public String textWords(String prose) {
    return join(analyzeText(prose));
  }

  /** The normal form of one word: lower case, accents folded, singular. */
  public String normalize(String word) {
    return Singulars.of(Folding.fold(word));
  }

  private void add(String original, Pieces.Piece piece, List<Word> words) {
    var text = original.substring(piece.start(), piece.end());
    if (Folding.keepsPlaces(text)) {
      addParts(Folding.fold(text), piece.start(), words);
    } else {
      addChanged(Folding.fold(text), piece, words);
    }
  }

  private void addParts(String folded, int start, List<Word> words) {
    var parts = split(folded);
    int from = start;
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      int end = i == parts.size() - 1 ? start + folded.length() : from + part.length();
      words.add(new Word(shortened(Singulars.of(part)), from, end));
      from = end;
    }
  }

  /**
   * A plural ending may hide the parts: {@code customeridses} has the singular {@code customerid}.
   */
  private List<String> split(String folded) {
    var parts = segmenter.split(folded);
    return parts.size() > 1 ? parts : segmenter.split(Singulars.of(folded));
  }

  /**
   * Folding may move characters, or make several words of one sign, as of {@code ½}: parts cannot
   * be told apart in the original, so each stands for the whole piece.
   */
  private void addChanged(String folded, Pieces.Piece piece, List<Word> words) {
    for (var inner : Pieces.of(folded, MAX_WORDS)) {
      for (String part : split(folded.substring(inner.start(), inner.end()))) {
        words.add(new Word(shortened(Singulars.of(part)), piece.start(), piece.end()));
      }
    }
  }

  private static String shortened(String word) {
    return word.length() <= MAX_WORD_LENGTH ? word : word.substring(0, MAX_WORD_LENGTH);
  }

  private static String join(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }
}
