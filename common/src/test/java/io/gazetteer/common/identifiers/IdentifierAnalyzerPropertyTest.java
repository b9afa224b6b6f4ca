package io.gazetteer.common.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random identifiers, from a seed that a failure names. */
class IdentifierAnalyzerPropertyTest {
  private static final int INPUTS = 100_000;
  private static final List<String> PARTS =
      List.of(
          "customer",
          "ORDER",
          "id",
          "Id",
          "s",
          "es",
          "ies",
          "address",
          "updated",
          "by",
          "_",
          "-",
          " ",
          ".",
          "2",
          "2024",
          "É",
          "ß",
          "ﬁ",
          "ключ",
          "価",
          "🛒",
          "\uD800",
          "\u0301",
          "\n",
          "\"",
          "xq",
          "İ",
          "ı",
          "½",
          "ª",
          "ŉ",
          "ǆ",
          "ＡＢ",
          "\u00A0",
          "\u200B");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final IdentifierAnalyzer analyzer = IdentifierAnalyzer.standard();

  @Test
  void givesWordsTheIndexCanHoldWithSpansInTheirOrder() {
    for (int i = 0; i < INPUTS; i++) {
      var input = identifier();
      int start = 0;
      int end = 0;
      for (Word word : analyzer.analyze(input)) {
        assertThat(word.text()).as("seed %d, input %s", seed, input).isNotEmpty();
        assertThat(word.text().length()).isLessThanOrEqualTo(255);
        assertThat(word.text().chars().noneMatch(Character::isWhitespace))
            .as("seed %d, input %s", seed, input)
            .isTrue();
        boolean sharesTheSpan = word.start() == start && word.end() == end;
        assertThat(sharesTheSpan || (word.start() >= end && word.end() > word.start()))
            .as("seed %d, input %s, word %s", seed, input, word)
            .isTrue();
        start = word.start();
        end = word.end();
      }
      assertThat(end).isLessThanOrEqualTo(input.length());
    }
  }

  @Test
  void givesTheSameWordsForItsOwnWords() {
    for (int i = 0; i < INPUTS; i++) {
      var words = analyzer.words(identifier());
      assertThat(analyzer.words(words)).as("seed %d", seed).isEqualTo(words);
    }
  }

  private String identifier() {
    var identifier = new StringBuilder();
    int parts = random.nextInt(8);
    for (int i = 0; i < parts; i++) {
      identifier.append(
          random.nextInt(8) == 0
              ? Character.toString(random.nextInt(0x2FFF))
              : PARTS.get(random.nextInt(PARTS.size())));
    }
    return identifier.toString();
  }
}
