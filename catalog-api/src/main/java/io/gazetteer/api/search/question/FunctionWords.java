package io.gazetteer.api.search.question;

import io.gazetteer.common.words.IdentifierAnalyzer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * The words of one language that say little: Lucene's list of function words, and our additions in
 * {@code question-words.txt}. All are folded.
 *
 * @param connecting stand between names, also in a search for names
 * @param opening a sentence begins with them
 * @param function are left out of questions
 * @param weak count less in questions
 */
record FunctionWords(
    Set<String> connecting, Set<String> opening, Set<String> function, Set<String> weak) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  FunctionWords {
    connecting = Set.copyOf(connecting);
    opening = Set.copyOf(opening);
    function = Set.copyOf(function);
    weak = Set.copyOf(weak);
  }

  boolean isFunction(String folded) {
    return function.contains(folded);
  }

  /** Reads the words of a language, given by its name. */
  static FunctionWords read(String language) {
    var section = section(language.toLowerCase(Locale.ROOT));
    var weak = words(section, "weak");
    var function = new HashSet<>(listed(language.toLowerCase(Locale.ROOT)));
    function.addAll(words(section, "function"));
    function.addAll(words(section, "asking"));
    function.addAll(words(section, "connecting"));
    function.removeAll(weak);
    return new FunctionWords(
        words(section, "connecting"), words(section, "opening"), function, weak);
  }

  private static List<String> section(String language) {
    return text()
        .lines()
        .dropWhile(line -> !line.equals("[" + language + "]"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("["))
        .toList();
  }

  private static Set<String> words(List<String> section, String kind) {
    var words = new HashSet<String>();
    section.stream()
        .filter(line -> line.startsWith(kind + ": "))
        .flatMap(line -> List.of(line.substring(kind.length() + 2).split(" ")).stream())
        .forEach(word -> words.add(ANALYZER.fold(word)));
    return words;
  }

  private static String text() {
    try (var in = FunctionWords.class.getResourceAsStream("question-words.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lucene's list; a word with an apostrophe counts as the words around that. */
  private static Set<String> listed(String language) {
    var words = new HashSet<String>();
    try (var in = SnowballFilter.class.getResourceAsStream(language + "_stop.txt")) {
      for (Object entry : load(Objects.requireNonNull(in))) {
        var word = new String((char[]) entry);
        words.addAll(List.of(ANALYZER.fold(word).split("['’]")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static CharArraySet load(InputStream in) throws IOException {
    return WordlistLoader.getSnowballWordSet(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
