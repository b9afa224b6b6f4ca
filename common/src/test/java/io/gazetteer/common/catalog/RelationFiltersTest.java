package io.gazetteer.common.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RelationFiltersTest {
  @ParameterizedTest
  @CsvSource({
    "orders, orders, true",
    "orders, order, false",
    "ORDERS, Orders, true",
    "*, anything, true",
    "*, '', true",
    "tmp_*, tmp_1, true",
    "tmp_*, my_tmp_1, false",
    "*_old, orders_old, true",
    "*_old, orders_old_2, false",
    "a*b*c, a_b_b_c, true",
    "a*b*c, a_c_b, false",
    "t?, t1, true",
    "t?, t, false",
    "**, x, true",
    "a.b, axb, false",
    "'[ab]', a, false",
  })
  void matchesNames(String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }

  @Test
  void takesNoTimeForAHostilePattern() {
    var pattern = new NamePattern("a*".repeat(200) + "b");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> assertThat(pattern.matches("a".repeat(4000))).isFalse());
  }

  @Test
  void includesEverythingByDefault() {
    assertThat(RelationFilters.NONE.isEmpty()).isTrue();
    assertThat(RelationFilters.NONE.matcher().includes("public", "orders")).isTrue();
  }

  @Test
  void excludesFromWhatIsIncluded() {
    var matcher =
        new RelationFilters(
                List.of("sales", "public"),
                List.of(),
                List.of("order*", "public.*"),
                List.of("*_tmp", "sales.order_lines"))
            .matcher();

    assertThat(matcher.includes("sales", "orders")).isTrue();
    assertThat(matcher.includes("sales", "order_lines")).isFalse();
    assertThat(matcher.includes("public", "order_lines")).isTrue();
    assertThat(matcher.includes("sales", "customers")).isFalse();
    assertThat(matcher.includes("public", "customers")).isTrue();
    assertThat(matcher.includes("public", "orders_tmp")).isFalse();
    assertThat(matcher.includes("hr", "orders")).isFalse();
  }

  @Test
  void comesBackFromJson() {
    var filters = new RelationFilters(List.of("a"), List.of("b"), List.of(), List.of("*"));
    var json = JsonMapper.shared().writeValueAsString(filters);

    assertThat(json).contains("\"include_schemas\":[\"a\"]").doesNotContain("empty");
    assertThat(JsonMapper.shared().readValue(json, RelationFilters.class)).isEqualTo(filters);
    assertThat(JsonMapper.shared().readValue("{}", RelationFilters.class))
        .isEqualTo(RelationFilters.NONE);
  }
}
