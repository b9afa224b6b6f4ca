package io.gazetteer.api.search.ranking;

import java.util.Set;

/**
 * Which words of a query a hit must have.
 *
 * @param least how many of those that are not connecting
 * @param connecting words between names, which a hit need not have
 */
public record WantedWords(Least least, Set<String> connecting) {
  public WantedWords {
    connecting = Set.copyOf(connecting);
  }

  /** How many words a hit must have. */
  public enum Least {
    ALL,
    MOST,
    ANY
  }

  /** How many of so many words. */
  int of(int words) {
    return switch (least) {
      case ALL -> words;
      case MOST -> most(words);
      case ANY -> 1;
    };
  }

  /** All but one of up to four, else three of five; one of one. */
  private static int most(int words) {
    return words == 1 ? 1 : words <= 4 ? words - 1 : (words * 3 + 4) / 5;
  }
}
