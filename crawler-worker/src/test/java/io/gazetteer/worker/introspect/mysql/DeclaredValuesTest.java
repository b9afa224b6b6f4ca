package io.gazetteer.worker.introspect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeclaredValuesTest {

  @Test
  void readsPlainValues() {
    assertThat(DeclaredValues.of("enum('new','paid')")).containsExactly("new", "paid");
    assertThat(DeclaredValues.of("set('a')")).containsExactly("a");
  }

  @Test
  void keepsCommasQuotesAndParenthesesInsideValues() {
    assertThat(DeclaredValues.of("enum('a,b','it''s',')','','''')"))
        .containsExactly("a,b", "it's", ")", "", "'");
  }

  @Test
  void undoesBackslashEscapes() {
    assertThat(DeclaredValues.of("enum('back\\\\slash','new\\nline','c\\r','z\\0','\\\\')"))
        .containsExactly("back\\slash", "new\nline", "c\r", "z\0", "\\");
  }

  @Test
  void findsNoneInOtherTypes() {
    assertThat(DeclaredValues.of("varchar(10)")).isEmpty();
    assertThat(DeclaredValues.of("decimal(12,2)")).isEmpty();
  }
}
