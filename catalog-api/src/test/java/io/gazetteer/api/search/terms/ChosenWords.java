package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.query.QueryParser;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Words and abbreviations that a test chooses. */
public record ChosenWords(
    List<String> words, Map<String, List<String>> near, Map<List<String>, List<String>> instead)
    implements KnownWords, OtherSpellings {
  /** A word that stands in comments only. */
  static final String COMMENTED = "reconcile";

  public ChosenWords {
    words = List.copyOf(words);
    near = Map.copyOf(near);
    instead = Map.copyOf(instead);
  }

  @Override
  public boolean contains(String word) {
    return words.contains(word);
  }

  @Override
  public List<String> beginning(String prefix, int most) {
    return words.stream().filter(word -> word.startsWith(prefix)).limit(most).toList();
  }

  @Override
  public List<String> containing(String part, int most) {
    return words.stream().filter(word -> word.indexOf(part) > 0).limit(most).toList();
  }

  @Override
  public List<String> near(String word, int most) {
    return near.getOrDefault(word, List.of());
  }

  @Override
  public List<Instead> of(List<String> typed) {
    return instead.entrySet().stream()
        .filter(entry -> Collections.indexOfSubList(typed, entry.getKey()) >= 0)
        .map(
            entry -> {
              int from = Collections.indexOfSubList(typed, entry.getKey());
              return new Instead(from, from + entry.getKey().size(), entry.getValue());
            })
        .toList();
  }

  /** A plan of a text, with no databases. */
  public Planned plan(String text, boolean forgiving) {
    var none =
        new KnownDatabases() {
          @Override
          public List<String> withWord(String word) {
            return List.of();
          }

          @Override
          public List<String> named(String nameOrPattern) {
            return List.of();
          }
        };
    return new Planner(this, this, none, COMMENTED::equals)
        .plan(QueryParser.parse(text), forgiving);
  }
}
