package io.gazetteer.common.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Holds what the analysis knows of words: the list, how to split by it, and the compounds. */
record Dictionary(WordList words, Segmenter segmenter, Compounds compounds) {

  /** Loads the dictionary of the project: {@code words.txt} and {@code compounds.txt}. */
  static Dictionary builtIn() {
    return of(lines("words.txt"), lines("compounds.txt"));
  }

  static Dictionary of(List<String> words, List<String> compounds) {
    var joined = new Compounds(compounds);
    var list = WordListReader.read(words, joined.joined());
    return new Dictionary(list, new Segmenter(list), joined);
  }

  /** Returns the normal form of a word that is in the list. */
  String normal(String text, int start, int end) {
    return Objects.requireNonNull(words.find(text, start, end)).normal();
  }

  private static List<String> lines(String resource) {
    try (var in = Dictionary.class.getResourceAsStream(resource)) {
      var bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return new String(bytes, StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
