package io.gazetteer.common.words;

import java.util.ArrayList;
import java.util.List;

/** Is one run of the analysis over one text; not thread-safe. */
final class Analysis {

  private final FoldedText folded;
  private final String text;
  private final Dictionary dictionary;
  private final List<Word> words = new ArrayList<>();
  private int lastEnd;

  Analysis(String original, Dictionary dictionary) {
    this.folded = FoldedText.of(original);
    this.text = folded.text();
    this.dictionary = dictionary;
  }

  List<Word> words() {
    var splitter = new WordSplitter(text);
    while (words.size() < IdentifierAnalyzer.MAX_WORDS && splitter.next()) {
      addPiece(splitter.start(), splitter.end(), splitter.isCased());
    }
    return words.size() > IdentifierAnalyzer.MAX_WORDS
        ? words.subList(0, IdentifierAnalyzer.MAX_WORDS)
        : words;
  }

  private void addPiece(int start, int end, boolean cased) {
    var entry = cased ? dictionary.words().find(text, start, end) : null;
    if (entry != null) {
      add(entry.normal(), start, end);
    } else {
      addUnknown(start, shortened(start, end), cased);
    }
  }

  private void addUnknown(int start, int end, boolean cased) {
    if (cased && addSegments(start, end)) {
      return;
    }
    var lower = LowerCase.of(text, start, end);
    var singular = Singulars.singular(lower);
    if (singular.equals(lower) || !addSegmentsOfSingular(singular, start, end)) {
      add(singular, start, end);
    }
  }

  private boolean addSegments(int start, int end) {
    int from = start;
    for (int to : dictionary.segmenter().split(text, start, end)) {
      add(dictionary.normal(text, from, to), from, to);
      from = to;
    }
    return from > start;
  }

  /** Adds the pieces of an unknown plural whose last piece is plural in no regular way. */
  private boolean addSegmentsOfSingular(String singular, int start, int end) {
    if (dictionary.words().find(singular, 0, singular.length()) != null) {
      return false;
    }
    int from = 0;
    for (int to : dictionary.segmenter().split(singular, 0, singular.length())) {
      int pieceEnd = to == singular.length() ? end : start + to;
      add(dictionary.normal(singular, from, to), start + from, pieceEnd);
      from = to;
    }
    return from > 0;
  }

  private void add(String normal, int start, int end) {
    // Characters that fold to several words (½ is 1 and 2) would give the same span twice.
    int originalStart = Math.max(lastEnd, folded.originalStart(start));
    lastEnd = Math.max(originalStart, folded.originalEnd(end));
    words.add(new Word(normal, originalStart, lastEnd));
    dictionary.compounds().joinEnd(words);
  }

  private int shortened(int start, int end) {
    int longest = start + IdentifierAnalyzer.MAX_WORD_LENGTH;
    if (end <= longest) {
      return end;
    }
    return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
  }
}
