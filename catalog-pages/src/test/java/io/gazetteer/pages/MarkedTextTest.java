package io.gazetteer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.pages.MarkedText.Piece;
import io.gazetteer.pages.MarkedText.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
  @Test
  void marksRanges() {
    assertThat(MarkedText.of("order_id", List.of(new Range(0, 5))).pieces())
        .containsExactly(new Piece("order", true), new Piece("_id", false));
  }

  @Test
  void losesNothingOfTheTextWhateverTheRanges() {
    for (var ranges :
        List.of(
            List.of(new Range(2, 99)),
            List.of(new Range(3, 3), new Range(1, 4), new Range(2, 5)),
            List.<Range>of())) {
      assertThat(MarkedText.of("column", ranges).text()).isEqualTo("column");
    }
  }
}
