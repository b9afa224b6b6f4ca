package io.gazetteer.api.search.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Splits a text into the pieces of words that the model knows, by the longest piece that fits, as
 * BERT does. Immutable.
 */
final class WordPieces {
  private static final int LONGEST_WORD = 100;
  private static final String BEGIN = "[CLS]";
  private static final String END = "[SEP]";
  private static final String UNKNOWN = "[UNK]";

  private final Map<String, Integer> ids;

  private WordPieces(Map<String, Integer> ids) {
    this.ids = ids;
  }

  /** Reads the vocabulary of a tokenizer as Hugging Face writes it. */
  static WordPieces of(JsonNode tokenizer) {
    var ids = new HashMap<String, Integer>();
    tokenizer
        .at("/model/vocab")
        .properties()
        .forEach(entry -> ids.put(entry.getKey(), entry.getValue().asInt()));
    return new WordPieces(Map.copyOf(ids));
  }

  /**
   * The ids of the pieces of a text, between a beginning and an end.
   *
   * @param most how many there may be
   */
  long[] of(String text, int most) {
    var pieces = new ArrayList<Integer>();
    pieces.add(id(BEGIN));
    for (String word : words(text)) {
      pieces.addAll(piecesOf(word));
      if (pieces.size() >= most) {
        break;
      }
    }
    var kept = new ArrayList<>(pieces.subList(0, Math.min(pieces.size(), most - 1)));
    kept.add(id(END));
    return kept.stream().mapToLong(Integer::longValue).toArray();
  }

  private int id(String piece) {
    return ids.getOrDefault(piece, 0);
  }

  /** Words in lower case without accents; a punctuation mark and an ideograph are words. */
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .codePoints()
        .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
        .forEach(
            letter -> {
              boolean alone = !Character.isLetterOrDigit(letter) || Character.isIdeographic(letter);
              if (alone && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
              }
              if (!alone) {
                word.appendCodePoint(letter);
              } else if (!Character.isWhitespace(letter) && !Character.isISOControl(letter)) {
                words.add(Character.toString(letter));
              }
            });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private List<Integer> piecesOf(String word) {
    var pieces = new ArrayList<Integer>();
    int from = 0;
    while (from < word.length() && word.length() <= LONGEST_WORD) {
      int to = word.length();
      while (to > from && !ids.containsKey(piece(word, from, to))) {
        to--;
      }
      if (to == from) {
        return List.of(id(UNKNOWN));
      }
      pieces.add(id(piece(word, from, to)));
      from = to;
    }
    return pieces.isEmpty() ? List.of(id(UNKNOWN)) : List.copyOf(pieces);
  }

  private static String piece(String word, int from, int to) {
    return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
  }
}
