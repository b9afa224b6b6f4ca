package io.gazetteer.common.index;

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
    "größe, GRÖSSE, true",
    "größe, grösse, true",
    "grösse, GRÖßE, false",
    "straße, STRAE, false",
    "é, e, false",
    "kä.x, kä_x, false",
    "kä*, käää, false",
    "kä, käx, false",
  })
  void standsForTheTextInOtherCasesOnly(String text, String other, boolean same) {
    assertThat(Pattern.matches(AnyCase.expression(text, false), other)).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ä.?+*|{}[]()\"\\#@&<>~^$-", "ä b\tc", "💥", ""})
  void standsForTheTextItself(String text) {
    assertThat(Pattern.matches(AnyCase.expression(text, false), text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ä*, ÄMTER, true", "*ße?, STRASSEN, true", "ä?, Ä, false", "ä?, ÄBC, false"})
  void letsWildcardsStandForOtherCharacters(String pattern, String name, boolean fits) {
    assertThat(Pattern.matches(AnyCase.expression(pattern, true), name)).isEqualTo(fits);
  }

  /** Elasticsearch takes a thousand characters. */
  @Test
  void staysShort() {
    assertThat(AnyCase.expression("ǆ".repeat(128), false).length()).isLessThan(1000);
    assertThat(AnyCase.term("schema", "ä".repeat(300)).has("term")).isTrue();
  }
}
