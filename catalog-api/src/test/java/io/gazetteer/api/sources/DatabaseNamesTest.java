package io.gazetteer.api.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseNamesTest {
  @Test
  void aParameterIsExact() {
    assertThat(DatabaseNames.areParameters(List.of("shop"), "shop")).isTrue();
    assertThat(DatabaseNames.areParameters(List.of("shop"), "Shop")).isFalse();
    assertThat(DatabaseNames.areParameters(List.of("sh*"), "shop")).isFalse();
    assertThat(DatabaseNames.areParameters(List.of(), "shop")).isTrue();
  }

  @Test
  void whatPeopleTypeFitsInAnyCaseAndMayBeAPattern() {
    assertThat(DatabaseNames.typed("shop").matches("Shop")).isTrue();
    assertThat(DatabaseNames.typed("SH*").matches("shop")).isTrue();
    assertThat(DatabaseNames.typed("shop").matches("shops")).isFalse();
  }
}
