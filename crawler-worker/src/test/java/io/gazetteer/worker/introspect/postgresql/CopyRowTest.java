package io.gazetteer.worker.introspect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.source.postgresql.ServerText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CopyRowTest {

  @Test
  void readsFieldsFromLeftToRight() {
    CopyRow row = row("4294967295\t-1\tt\tp\t\tname\tlast");

    assertThat(row.number()).isEqualTo(4294967295L);
    assertThat(row.integer()).isEqualTo(-1);
    assertThat(row.flag()).isTrue();
    assertThat(row.character()).isEqualTo('p');
    assertThat(row.character()).isEqualTo((char) 0);
    assertThat(row.text()).isEqualTo("name");
    assertThat(row.text()).isEqualTo("last");
  }

  @Test
  void tellsNullFromTextThatLooksLikeIt() {
    CopyRow row = row("\\N\t\\\\N\t\t\\N");

    assertThat(row.text()).isNull();
    assertThat(row.text()).isEqualTo("\\N");
    assertThat(row.text()).isEmpty();
    assertThat(row.integerOr(7)).isEqualTo(7);
  }

  @Test
  void readsArraysOfNumbers() {
    CopyRow row = row("{7}\t{1082130433,-2,3}\tlast");

    assertThat(row.numbers()).containsExactly(7);
    assertThat(row.numbers()).containsExactly(1082130433, -2, 3);
    assertThat(row.text()).isEqualTo("last");
  }

  @Test
  void undoesEscapesAndKeepsUnicode() {
    CopyRow row = row("a\\tb\\nc\\rd\\\\e\\bf\\vg\t🛒 ключ\\\\");

    assertThat(row.text()).isEqualTo("a\tb\nc\rd\\e\bf\u000bg");
    assertThat(row.text()).isEqualTo("🛒 ключ\\");
  }

  private static CopyRow row(String line) {
    return new CopyRow(ServerText.of("UTF8"))
        .startingAt((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
