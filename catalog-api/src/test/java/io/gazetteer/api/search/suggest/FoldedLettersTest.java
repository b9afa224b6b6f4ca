package io.gazetteer.api.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedLettersTest {
  @Test
  void leavesSignsAndAccentsOut() {
    assertThat(FoldedLetters.of("Customer_É-Mail 2").text()).isEqualTo("customeremail2");
  }

  @Test
  void knowsWhereTheyComeFrom() {
    var letters = FoldedLetters.of("Straße_Nr");
    assertThat(letters.text()).isEqualTo("strassenr");
    assertThat(letters.end(0, 5)).isEqualTo(5);
    assertThat(letters.end(0, 6)).isEqualTo(5);
    assertThat(letters.end(7, 1)).isEqualTo(8);
    assertThat(letters.goOn(7, "nr")).isTrue();
    assertThat(letters.goOn(7, "nrs")).isFalse();
  }
}
