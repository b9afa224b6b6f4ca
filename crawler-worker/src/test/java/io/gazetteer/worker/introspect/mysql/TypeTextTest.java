package io.gazetteer.worker.introspect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypeTextTest {
  @Test
  void takesWhatStandsBehindATypeInAComment() {
    assertThat(TypeText.of("text /*M!100301 COMPRESSED*/"))
        .isEqualTo(new TypeText("text", "COMPRESSED"));
    assertThat(TypeText.of("varchar(200) /*M!100301 COMPRESSED*/"))
        .isEqualTo(new TypeText("varchar(200)", "COMPRESSED"));
    assertThat(TypeText.of("datetime /* mariadb-5.3 */"))
        .isEqualTo(new TypeText("datetime", "mariadb-5.3"));
    assertThat(TypeText.of("blob /* one */ /*!50000 two */"))
        .isEqualTo(new TypeText("blob", "one two"));
  }

  @Test
  void leavesAValueThatLooksLikeAComment() {
    assertThat(TypeText.of("bigint(20) unsigned"))
        .isEqualTo(new TypeText("bigint(20) unsigned", null));
    assertThat(TypeText.of("enum('a /* b */')")).isEqualTo(new TypeText("enum('a /* b */')", null));
  }
}
