package io.gazetteer.worker.introspect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.TypeFamily;
import org.junit.jupiter.api.Test;

class ExpressionTextTest {

  @Test
  void quotesLiteralsOfMySqlAsMariaDbDoes() {
    String mySql = ExpressionText.defaultOf(false, "it's \\ me", TypeFamily.TEXT, "");
    String mariaDb = ExpressionText.defaultOf(true, "'it''s \\\\ me'", TypeFamily.TEXT, "");

    assertThat(mySql).isEqualTo("'it''s \\\\ me'").isEqualTo(mariaDb);
  }

  @Test
  void leavesNumbersBitsAndTheCurrentTimeBare() {
    assertThat(mySql("0.00", TypeFamily.DECIMAL)).isEqualTo("0.00");
    assertThat(mySql("b'101'", TypeFamily.BINARY)).isEqualTo("b'101'");
    assertThat(mySql("0x6162", TypeFamily.BINARY)).isEqualTo("0x6162");
    assertThat(mySql("CURRENT_TIMESTAMP(3)", TypeFamily.TIME)).isEqualTo("CURRENT_TIMESTAMP(3)");
  }

  @Test
  void quotesTimesEnumsAndTextThatLooksLikeANumber() {
    assertThat(mySql("2024-01-01", TypeFamily.TIME)).isEqualTo("'2024-01-01'");
    assertThat(mySql("new", TypeFamily.ENUM)).isEqualTo("'new'");
    assertThat(mySql("1", TypeFamily.TEXT)).isEqualTo("'1'");
    assertThat(mySql("CURRENT_TIMESTAMP", TypeFamily.TEXT)).isEqualTo("'CURRENT_TIMESTAMP'");
  }

  @Test
  void takesExpressionsAsTheyAreWithoutTheServersEscapes() {
    String text =
        ExpressionText.defaultOf(
            false, "concat(_utf8mb4\\'a\\')", TypeFamily.TEXT, "DEFAULT_GENERATED");

    assertThat(text).isEqualTo("concat(_utf8mb4'a')");
  }

  @Test
  void undoesTheServersEscapesOfQuotesBackslashesAndControls() {
    assertThat(ExpressionText.expression(false, "concat(`a`,_utf8mb4\\' it\\\\\\'s \\')"))
        .isEqualTo("concat(`a`,_utf8mb4' it\\'s ')");
    assertThat(ExpressionText.expression(false, "(`a` in (_utf8mb4\\'back\\\\\\\\slash\\'))"))
        .isEqualTo("(`a` in (_utf8mb4'back\\\\slash'))");
    assertThat(ExpressionText.expression(false, "(`a` <> _utf8mb4\\'\\n\\')"))
        .isEqualTo("(`a` <> _utf8mb4'\n')");
    assertThat(ExpressionText.expression(true, "`a` <> 'it\\'s'")).isEqualTo("`a` <> 'it\\'s'");
  }

  @Test
  void findsWhatAnUpdateSets() {
    assertThat(
            ExpressionText.onUpdateOf("DEFAULT_GENERATED on update CURRENT_TIMESTAMP(3) INVISIBLE"))
        .isEqualTo("CURRENT_TIMESTAMP(3)");
    assertThat(ExpressionText.onUpdateOf("auto_increment")).isNull();
  }

  @Test
  void takesNullInEitherSpellingForNoDefault() {
    assertThat(ExpressionText.defaultOf(true, "NULL", TypeFamily.TEXT, "")).isNull();
    assertThat(ExpressionText.defaultOf(false, null, TypeFamily.TEXT, "")).isNull();
    assertThat(mySql("NULL", TypeFamily.TEXT)).isEqualTo("'NULL'");
  }

  private static String mySql(String value, TypeFamily family) {
    String text = ExpressionText.defaultOf(false, value, family, "");
    assertThat(text).isNotNull();
    return text;
  }
}
