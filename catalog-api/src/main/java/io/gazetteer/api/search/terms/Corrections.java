package io.gazetteer.api.search.terms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** What someone may have meant who typed a word that the index does not have. */
final class Corrections {
  private static final int MOST = 5;

  /** A word shorter than this has too many neighbours. */
  private static final int SHORTEST = 4;

  /** What is shorter is hardly a word that others are put together with. */
  private static final int SHORTEST_PART = 3;

  private final KnownWords known;
  private final OtherSpellings spellings;

  Corrections(KnownWords known, OtherSpellings spellings) {
    this.known = known;
    this.spellings = spellings;
  }

  /** Whether the word, one that begins so or has it in it, or an abbreviation is known. */
  boolean isKnown(TypedWord word) {
    return known.contains(word.text())
        || !known.beginning(word.surface(), 1).isEmpty()
        || isPart(word)
        || !spellings.of(List.of(word.text())).isEmpty();
  }

  private boolean isPart(TypedWord word) {
    return word.text().length() >= SHORTEST && !known.containing(word.text(), 1).isEmpty();
  }

  /** The likeliest first, some of several words; empty when there are none. */
  List<String> of(TypedWord word) {
    if (word.text().length() < SHORTEST) {
      return List.of();
    }
    var found = new LinkedHashSet<>(known.near(word.text(), MOST));
    if (!word.surface().equals(word.text())) {
      found.addAll(known.near(word.surface(), MOST));
    }
    found.remove(word.text());
    if (found.isEmpty()) {
      inParts(word.surface()).ifPresent(found::add);
    }
    return new ArrayList<>(found).subList(0, Math.min(MOST, found.size()));
  }

  /** Two known words run together, with a slip in one of them: POLMSAT. */
  private Optional<String> inParts(String word) {
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      var first = word.substring(0, at);
      var second = word.substring(at);
      if (known.contains(first) || known.contains(second)) {
        var firsts = known.contains(first) ? List.of(first) : near(first);
        var seconds = known.contains(second) ? List.of(second) : near(second);
        if (!firsts.isEmpty() && !seconds.isEmpty()) {
          return Optional.of(firsts.getFirst() + " " + seconds.getFirst());
        }
      }
    }
    return Optional.empty();
  }

  private List<String> near(String part) {
    return part.length() < SHORTEST ? List.of() : known.near(part, 1);
  }
}
