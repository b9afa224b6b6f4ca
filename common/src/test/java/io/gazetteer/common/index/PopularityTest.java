package io.gazetteer.common.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopularityTest {
  @ParameterizedTest
  @CsvSource({"0,0", "1,2", "3,9", "10,29", "30,2000000000"})
  void isTheSameFromTheFirstToTheLastNumberOfATier(int first, int last) {
    assertThat(Popularity.of(first)).isEqualTo(Popularity.of(last));
    if (first > 0) {
      assertThat(Popularity.of(first)).isNotEqualTo(Popularity.of(first - 1));
    }
  }
}
