package io.gazetteer.api.search.suggest;

import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that someone is typing. Its last word may not be finished, so that it stays as typed, and
 * may be one word or several: {@code catego} is no cat.
 *
 * @param text as typed, without blanks around it
 * @param readings the ways to read the text as words, which differ at its end
 */
record TypedText(String text, List<List<String>> readings) {
  private static final int MOST_WORDS = 8;
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  /**
   * Reads a text.
   *
   * @param known the words of the index, of which a run-together end may be made
   */
  static TypedText of(String text, Vocabulary known) {
    var words = ANALYZER.analyze(text);
    int chunk = startOfChunk(text);
    if (words.isEmpty() || chunk == text.length()) {
      return new TypedText(text.strip(), limited(List.of(texts(words))));
    }
    var readings = new ArrayList<List<String>>();
    var last = words.getLast();
    readings.add(with(words.subList(0, words.size() - 1), text, last.start()));
    var before = words.stream().takeWhile(word -> word.end() <= chunk).toList();
    for (int at : RunTogether.splits(text.substring(chunk), known)) {
      readings.add(with(ANALYZER.analyze(text.substring(0, chunk + at)), text, chunk + at));
    }
    if (before.size() < words.size() - 1) {
      readings.add(with(before, text, chunk));
    }
    return new TypedText(text.strip(), limited(readings));
  }

  /** Where the letters and digits at the end begin. */
  private static int startOfChunk(String text) {
    int start = text.length();
    while (start > 0 && Character.isLetterOrDigit(text.codePointBefore(start))) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    return start;
  }

  private static List<String> with(List<Word> words, String text, int lastStart) {
    var reading = new ArrayList<>(texts(words));
    var last = FoldedLetters.of(text.substring(lastStart)).text();
    if (!last.isEmpty()) {
      reading.add(last);
    }
    return reading;
  }

  private static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }

  private static List<List<String>> limited(List<List<String>> readings) {
    return readings.stream()
        .filter(reading -> !reading.isEmpty())
        .distinct()
        .map(reading -> List.copyOf(reading.subList(0, Math.min(reading.size(), MOST_WORDS))))
        .toList();
  }
}
