package io.gazetteer.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Path HOME = Path.of("/opt/gazetteer");

  @Test
  void hasADefaultForEverything() {
    var settings = Settings.read(Map.of(), HOME);

    assertThat(settings.url()).isEqualTo("http://127.0.0.1:8080");
    assertThat(settings.data().root()).isEqualTo(HOME.resolve("data"));
    assertThat(settings.adminPassword()).isEmpty();
    assertThat(settings.external().postgres()).isEmpty();
    assertThat(settings.applications().keysetFile())
        .isEqualTo(HOME.resolve("data/secrets/keyset.json"));
  }

  @Test
  void takesAnEmptyVariableForOneThatIsNotSet() {
    var settings =
        Settings.read(Map.of("GAZETTEER_PORT", "", "GAZETTEER_ADMIN_PASSWORD", " "), HOME);

    assertThat(settings.listen().getPort()).isEqualTo(8080);
    assertThat(settings.adminPassword()).isEmpty();
  }

  @Test
  void refusesAPortThatIsNone() {
    for (var port : new String[] {"0", "70000", "http", "-1", "8080x"}) {
      assertThatThrownBy(() -> Settings.read(Map.of("GAZETTEER_PORT", port), HOME))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("GAZETTEER_PORT")
          .hasMessageContaining(port);
    }
  }

  @Test
  void refusesAUrlOfAnotherKindOfServer() {
    assertThatThrownBy(
            () -> Settings.read(Map.of("GAZETTEER_POSTGRES_URL", "jdbc:mysql://h/db"), HOME))
        .hasMessageContaining("jdbc:postgresql://");
    assertThatThrownBy(
            () -> Settings.read(Map.of("GAZETTEER_ELASTICSEARCH_URL", "search:9200"), HOME))
        .hasMessageContaining("http://");
  }

  @Test
  void reachesAnApiThatListensEverywhereOverLoopback() {
    assertThat(Settings.read(Map.of("GAZETTEER_BIND", "0.0.0.0"), HOME).url())
        .isEqualTo("http://127.0.0.1:8080");
    assertThat(Settings.read(Map.of("GAZETTEER_BIND", "::1"), HOME).url())
        .isEqualTo("http://[0:0:0:0:0:0:0:1]:8080");
  }

  @Test
  void saysNoPasswordWhenPrinted() {
    var settings =
        Settings.read(
            Map.of(
                "GAZETTEER_ADMIN_PASSWORD", "canary-1",
                "GAZETTEER_POSTGRES_URL", "jdbc:postgresql://h/db",
                "GAZETTEER_POSTGRES_PASSWORD", "canary-2"),
            HOME);

    assertThat(settings.toString() + settings.external()).doesNotContain("canary");
  }
}
