package io.gazetteer.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnyCaseTest {
  @ParameterizedTest
  @CsvSource({
    "ключи, КЛЮЧИ, true",
    "Ключи_2024, кЛЮЧИ_2024, true",
    "übung, ÜBUNG, true",
    "ǆ, ǅ, true",
    "𐐨x, 𐐀X, true",
    "straße, STRASSE, false",
    "é, e, false",
    "kä.x, kä_x, false",
    "kä*, käää, false",
    "kä, käx, false",
  })
  void standsForTheTextInOtherCasesOnly(String text, String other, boolean same) {
    assertThat(Pattern.matches(AnyCase.pattern(text), other)).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ä.?+*|{}[]()\"\\#@&<>~^$-", "ä b\tc", "💥", ""})
  void standsForTheTextItself(String text) {
    assertThat(Pattern.matches(AnyCase.pattern(text), text)).isTrue();
  }

  /** Elasticsearch takes a thousand characters. */
  @Test
  void staysShort() {
    assertThat(AnyCase.pattern("ǆ".repeat(128)).length()).isLessThan(1000);
    assertThat(AnyCase.term("schema", "ä".repeat(129)).has("term")).isTrue();
  }
}
