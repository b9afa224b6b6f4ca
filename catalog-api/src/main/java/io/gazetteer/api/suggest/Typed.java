package io.gazetteer.api.suggest;

import io.gazetteer.common.identifiers.IdentifierAnalyzer;
import io.gazetteer.common.identifiers.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that someone is typing. Its last word may not be finished, so it is not made singular, nor
 * taken apart for sure: {@code catego} is no cat.
 *
 * @param text as typed, without blanks around it
 * @param readings lists of words, all but the first another way to read the end
 */
record Typed(String text, List<List<String>> readings) {
  private static final int MOST_WORDS = 8;
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  static Typed of(String text) {
    var words = ANALYZER.analyze(text);
    int chunk = startOfChunk(text);
    if (words.isEmpty() || chunk == text.length()) {
      return new Typed(text.strip(), limited(List.of(texts(words))));
    }
    var readings = new ArrayList<List<String>>();
    var last = words.getLast();
    readings.add(with(words.subList(0, words.size() - 1), text, last.start()));
    var before = words.stream().takeWhile(word -> word.end() <= chunk).toList();
    if (before.size() < words.size() - 1) {
      readings.add(with(before, text, chunk));
    }
    return new Typed(text.strip(), limited(readings));
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
    var last = squeezed(text.substring(lastStart));
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
        .map(reading -> List.copyOf(reading.subList(0, Math.min(reading.size(), MOST_WORDS))))
        .toList();
  }

  /** The letters and digits of a text, folded: how it is compared with the beginning of a name. */
  static String squeezed(String text) {
    var squeezed = new StringBuilder();
    ANALYZER
        .fold(text)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(squeezed::appendCodePoint);
    return squeezed.toString();
  }
}
