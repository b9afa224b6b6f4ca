package io.gazetteer.standalone.judged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against values worked out by hand. */
class MetricsTest {
  private static final Map<String, Integer> WANTED = Map.of("a", 3, "b", 2, "c", 1);

  @Test
  void isOneWhenTheBestComesFirst() {
    assertThat(Metrics.of(List.of("a", "b", "c", "x"), WANTED)).isEqualTo(new Metrics(1, 1, 1));
  }

  @Test
  void isNothingWhenNothingIsFound() {
    assertThat(Metrics.of(List.of(), WANTED)).isEqualTo(new Metrics(0, 0, 0));
    assertThat(Metrics.of(List.of("x", "y"), WANTED)).isEqualTo(new Metrics(0, 0, 0));
  }

  @Test
  void discountsByTheLogarithmOfThePlace() {
    // Gains 7, 3, 1; ideal 7 / 1 + 3 / log2(3) + 1 / log2(4) = 7 + 1.892789 + 0.5 = 9.392789.
    // Found x, b, a: 3 / log2(3) + 7 / log2(4) = 1.892789 + 3.5 = 5.392789.
    var metrics = Metrics.of(List.of("x", "b", "a"), WANTED);

    assertThat(metrics.ndcg()).isCloseTo(5.392789 / 9.392789, within(1e-6));
    assertThat(metrics.reciprocalRank()).isEqualTo(0.5);
    assertThat(metrics.recall()).isEqualTo(1);
  }

  @Test
  void anAcceptableAnswerIsNotWhatSomebodyLookedFor() {
    var metrics = Metrics.of(List.of("c", "x", "x2", "b"), WANTED);

    assertThat(metrics.reciprocalRank()).isEqualTo(0.25);
    assertThat(metrics.recall()).isEqualTo(0.5);
  }

  @Test
  void doesNotLookBehindTheTenthAnswer() {
    var found = IntStream.rangeClosed(1, 11).mapToObj(i -> i == 11 ? "a" : i == 10 ? "b" : "x" + i);

    var metrics = Metrics.of(found.toList(), WANTED);

    assertThat(metrics.reciprocalRank()).isEqualTo(0.1);
    assertThat(metrics.recall()).isEqualTo(0.5);
    // b on place 10: 3 / log2(11) = 0.867195.
    assertThat(metrics.ndcg()).isCloseTo(0.867195 / 9.392789, within(1e-6));
  }

  @Test
  void anAnswerCountsOnce() {
    assertThat(Metrics.of(List.of("b", "b"), WANTED).recall()).isEqualTo(0.5);
  }

  @Test
  void theMeanIsOverQueries() {
    assertThat(Metrics.mean(List.of(new Metrics(1, 1, 0.5), new Metrics(0, 0.5, 0))))
        .isEqualTo(new Metrics(0.5, 0.75, 0.25));
  }
}
