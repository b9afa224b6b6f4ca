package io.gazetteer.worker.introspect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlRightsTest {
  private static final String USAGE =
      "GRANT USAGE ON *.* TO `reader`@`%` IDENTIFIED BY PASSWORD '*ABC'";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION",
        "GRANT SELECT, SHOW VIEW ON `the\\_shop`.* TO `reader`@`%`",
        "GRANT SELECT ON `the_sh%`.* TO `reader`@`%`",
        "GRANT INSERT ON `the_shop`.`orders` TO `reader`@`%`",
        "GRANT SELECT (`id`), REFERENCES ON `the_shop`.`orders` TO `reader`@`%`",
        "GRANT SELECT ON `THE_SHOP`.* TO `reader`@`%`",
        "GRANT SELECT ON `the\\_shop`.* TO PUBLIC",
      })
  void aRightOnAllOfATableShowsItsColumns(String grant) {
    assertThat(rights(grant).showsAllColumns("the_shop", "orders")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT SELECT (`id`, `na``me, ON`) ON `the_shop`.`orders` TO `reader`@`%`",
        "GRANT SELECT ON `the\\_shop\\_2`.* TO `reader`@`%`",
        "GRANT SELECT ON `the_shop`.`lines` TO `reader`@`%`",
        "GRANT DELETE ON `the_shop`.* TO `reader`@`%`",
        "GRANT EXECUTE ON PROCEDURE `the_shop`.`orders` TO `reader`@`%`",
        "GRANT `SELECT ON`@`%` TO `reader`@`%`",
        "GRANT PROXY ON ''@'' TO 'root'@'localhost' WITH GRANT OPTION",
        "SET DEFAULT ROLE `reading` FOR `reader`@`%`",
      })
  void noOtherDoes(String grant) {
    assertThat(rights(grant).showsAllColumns("the_shop", "orders")).isFalse();
  }

  @Test
  void whatIsRevokedInPartsIsNotThereUnlessItIsGrantedAgain() {
    var all = "GRANT SELECT ON *.* TO `reader`@`%`";
    var but = "REVOKE SELECT ON `shop`.* FROM `reader`@`%`";

    assertThat(rights(all, but).showsAllColumns("shop", "orders")).isFalse();
    assertThat(rights(all, but).showsAllColumns("stock", "orders")).isTrue();
    assertThat(
            rights(all, but, "GRANT SELECT ON `shop`.`orders` TO `reader`@`%`")
                .showsAllColumns("shop", "orders"))
        .isTrue();
  }

  @Test
  void saysWhatWouldGiveARight() {
    assertThat(rights().grant("SHOW VIEW", "the_shop", null))
        .isEqualTo("GRANT SHOW VIEW ON `the\\_shop`.* TO `reader`@`%`;");
    assertThat(rights().grant("SELECT", "the_shop", "o`k"))
        .isEqualTo("GRANT SELECT ON `the_shop`.`o``k` TO `reader`@`%`;");
  }

  private static MySqlRights rights(String... grants) {
    return MySqlRights.parse(Stream.concat(Stream.of(USAGE), List.of(grants).stream()).toList());
  }
}
