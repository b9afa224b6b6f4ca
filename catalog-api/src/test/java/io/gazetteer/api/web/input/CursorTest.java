package io.gazetteer.api.web.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CursorTest {
  private static final Cursor.Shape SHAPE =
      new Cursor.Shape(List.of(JsonNode::isString, JsonNode::isInt));

  @Test
  void bringsItsValuesBack() {
    var cursor = Cursor.encode("naïve\n🛒", 7);

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    var values = Cursor.decode(cursor, SHAPE::read).orElseThrow();
    assertThat(values.get(0).stringValue()).isEqualTo("naïve\n🛒");
    assertThat(values.get(1).intValue()).isEqualTo(7);
  }

  @Test
  void refusesWhatGrowsWithoutBound() {
    var bomb = Cursor.encode("x".repeat(10_000_000), 7);

    assertThat(bomb).hasSizeLessThan(20_000);
    assertThat(Cursor.decode(bomb, SHAPE::read)).isEmpty();
    assertThat(Cursor.decode(Cursor.encode("x".repeat(10_000), 7), SHAPE::read)).isPresent();
  }

  @Test
  void refusesWhatIsNotOfThisShape() {
    assertThat(Cursor.decode(Cursor.encode(7, "a"), SHAPE::read)).isEmpty();
    assertThat(Cursor.decode(Cursor.encode("a"), SHAPE::read)).isEmpty();
    assertThat(Cursor.decode(Cursor.encode("\0", 7), SHAPE::read)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "!", "bm9uc2Vuc2U", "W10", "WyJhIl0", "WyJhIiwiYiJd", "e30", "WyJhIiw"})
  void refusesWhatIsNoCursorOfThisShape(String cursor) {
    assertThat(Cursor.decode(cursor, SHAPE::read)).isEmpty();
  }
}
