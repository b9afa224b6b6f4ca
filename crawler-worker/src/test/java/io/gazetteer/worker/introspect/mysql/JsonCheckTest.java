package io.gazetteer.worker.introspect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonCheckTest {
  @Test
  void recognisesTheDemandForValidJson() {
    assertThat(JsonCheck.makesJson("doc", List.of("json_valid(`doc`)"))).isTrue();
    assertThat(JsonCheck.makesJson("d`c", List.of("`a` > 0", "json_valid(`d``c`)"))).isTrue();
    assertThat(JsonCheck.makesJson("doc", List.of("json_valid(`doc`) and `a` > 0"))).isTrue();
  }

  @Test
  void takesNothingElseForIt() {
    assertThat(JsonCheck.makesJson("doc", List.of("json_valid(`other`)"))).isFalse();
    assertThat(JsonCheck.makesJson("doc", List.of("json_valid(`doc`) or `doc` = ''"))).isFalse();
    assertThat(JsonCheck.makesJson("doc", List.of("!json_valid(`doc`)"))).isFalse();
    assertThat(JsonCheck.makesJson("doc", List.of())).isFalse();
  }
}
