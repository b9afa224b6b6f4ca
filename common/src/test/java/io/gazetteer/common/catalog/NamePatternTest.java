package io.gazetteer.common.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamePatternTest {
  @Test
  void takesAnEmojiForOneCharacterAsTheIndexDoes() {
    assertThat(new NamePattern("pots?").matches("Pots🗿")).isTrue();
    assertThat(new NamePattern("pots??").matches("Pots🗿")).isFalse();
    assertThat(new NamePattern("*🗿").matches("Pots🗿")).isTrue();
    assertThat(new NamePattern("pots?*").matches("pots")).isFalse();
    assertThat(new NamePattern("pots**").matches("pots")).isTrue();
  }
}
