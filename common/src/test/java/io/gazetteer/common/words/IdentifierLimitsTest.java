package io.gazetteer.common.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierLimitsTest {

  private static final int MEGABYTE = 1 << 20;

  private final IdentifierAnalyzer analyzer = IdentifierAnalyzer.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " ",
        "aB",
        "A",
        "_",
        "1a",
        "が",
        "か\u3099",
        "\u0301",
        "\u0316\u0301",
        "\u1161",
        "\uD800",
        "\uDC00",
        "🎉",
        "customerorder",
        "e mail ",
        "uses",
        "b2",
        "'s",
        "\n"
      })
  void aMegabyteOfAnythingIsQuick(String piece) {
    var text = piece.repeat(MEGABYTE / piece.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          assertThat(analyzer.analyze(text)).hasSizeLessThanOrEqualTo(IdentifierAnalyzer.MAX_WORDS);
          assertThat(analyzer.words(analyzer.words(text))).isEqualTo(analyzer.words(text));
          analyzer.normalize(text);
        });
  }

  @Test
  void emptyTextHasNoWords() {
    assertThat(analyzer.analyze("")).isEmpty();
    assertThat(analyzer.words("")).isEmpty();
    assertThat(analyzer.normalize("")).isEmpty();
  }

  @Test
  void longWordsAreCutWhereNoCharacterBreaks() {
    var words = analyzer.analyze("x".repeat(254) + "𐐨".repeat(10));
    assertThat(words).hasSize(1);
    assertThat(words.getFirst().text()).hasSize(254);
    assertThat(analyzer.words("y".repeat(300) + "_id")).isEqualTo("y".repeat(255) + " id");
  }

  @Test
  void aThousandWordsCount() {
    var text = "order_".repeat(2_000);
    assertThat(analyzer.analyzeText(text)).hasSize(IdentifierAnalyzer.MAX_WORDS);
    assertThat(analyzer.analyzeText("orderline".repeat(2_000)).size()).isEqualTo(1);
    var runs = "orderlinesnumber ".repeat(1_000);
    assertThat(analyzer.analyzeText(runs)).hasSize(IdentifierAnalyzer.MAX_WORDS);
    assertThat(analyzer.textWords(analyzer.textWords(runs))).isEqualTo(analyzer.textWords(runs));
  }

  @Test
  void theServersLocaleDoesNotMatter() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(analyzer.words("CUSTOMERID")).isEqualTo("customer id");
      assertThat(analyzer.normalize("INVOICES")).isEqualTo("invoice");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void threadsShareOneAnalyzer() throws Exception {
    var texts = new SampleTexts(42);
    var samples = IntStream.range(0, 5_000).mapToObj(i -> texts.next()).toList();
    var expected = samples.stream().map(analyzer::words).toList();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var runs =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> samples.stream().map(analyzer::words).toList()))
              .toList();
      for (var run : runs) {
        assertThat(run.get()).isEqualTo(expected);
      }
    }
  }
}
