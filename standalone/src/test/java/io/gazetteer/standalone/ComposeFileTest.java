package io.gazetteer.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the compose file promises, as far as it can be read. */
class ComposeFileTest {
  private static final Path HOME = Path.of("..");

  /** Elasticsearch writes beside its settings, Maven what it builds. */
  private static final List<String> WRITING = List.of("elasticsearch", "tests");

  /** They end before others start, or are not started with them. */
  private static final List<String> NOT_RUNNING = List.of("secrets", "role", "tests");

  private final Map<String, Map<String, Object>> services = services();

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() {
    try (var file = Files.newBufferedReader(HOME.resolve("docker-compose.yml"))) {
      Map<String, Object> compose = new Yaml().load(file);
      return (Map<String, Map<String, Object>>) requireNonNull(compose.get("services"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object part(String service, String name) {
    return requireNonNull(requireNonNull(services.get(service), service).get(name), name);
  }

  @Test
  void everyContainerIsHardened() {
    var softly = new SoftAssertions();
    services.forEach(
        (name, service) -> {
          softly.assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
          softly
              .assertThat(service.get("security_opt"))
              .as(name)
              .isEqualTo(List.of("no-new-privileges:true"));
          softly.assertThat(service.get("mem_limit")).as(name).isNotNull();
          softly.assertThat(service.get("privileged")).as(name).isNull();
          softly.assertThat(service.get("read_only")).as(name).isEqualTo(!WRITING.contains(name));
          softly.assertThat(service.get("cap_add")).as(name).isNull();
          softly.assertThat(service.get("user")).as(name).isNotIn("root", "0", "0:0");
        });
    softly.assertAll();
  }

  @Test
  void allThatRunTogetherHaveThreeGigabytes() {
    var megabytes =
        services.keySet().stream()
            .filter(name -> !NOT_RUNNING.contains(name))
            .map(name -> part(name, "mem_limit").toString())
            .mapToInt(ComposeFileTest::megabytes)
            .sum();
    assertThat(megabytes).isLessThanOrEqualTo(3 * 1024);
  }

  private static int megabytes(String limit) {
    int number = Integer.parseInt(limit.substring(0, limit.length() - 1));
    return limit.endsWith("g") ? number * 1024 : number;
  }

  @Test
  void onlyTheApiIsPublishedAndOnlyOnThisMachine() {
    services.forEach(
        (name, service) -> {
          if (name.equals("catalog-api")) {
            assertThat(part(name, "ports").toString()).startsWith("[${GAZETTEER_BIND:-127.0.0.1}:");
          } else {
            assertThat(service.get("ports")).as(name).isNull();
          }
        });
  }

  @Test
  void everyServiceMountsItsOwnSecretsOnly() {
    var own =
        Map.of(
            "postgres", "secrets-postgres",
            "role", "secrets-postgres",
            "kafka", "secrets-kafka",
            "elasticsearch", "secrets-elasticsearch",
            "catalog-api", "secrets-catalog-api",
            "crawler-worker", "secrets-crawler-worker");
    assertThat(services.keySet()).containsAll(own.keySet()).hasSize(own.size() + 2);
    services.forEach(
        (name, service) -> {
          if (own.containsKey(name)) {
            var mounted =
                ((List<?>) part(name, "volumes"))
                    .stream().map(Object::toString).filter(volume -> volume.startsWith("secrets"));
            assertThat(mounted)
                .as(name)
                .singleElement()
                .satisfies(
                    // Without "nocopy" the owner of a folder in the image would own the volume.
                    volume ->
                        assertThat(volume).startsWith(own.get(name) + ":").endsWith(":ro,nocopy"));
          }
        });
  }

  /** Everyone who may look at containers reads their environments. */
  @Test
  void noServiceHasAPasswordInItsEnvironment() {
    services.forEach(
        (name, service) -> {
          if (service.get("environment") instanceof Map<?, ?> environment
              && !name.equals("secrets")) {
            assertThat(environment.keySet())
                .as(name)
                .noneMatch(key -> key.toString().matches(".*(PASSWORD|SECRET|TOKEN)"));
          }
        });
  }

  @Test
  void theApplicationsAreNoSuperuser() {
    for (var name : List.of("catalog-api", "crawler-worker")) {
      assertThat((Map<?, ?>) part(name, "environment"))
          .extracting(environment -> environment.get("GAZETTEER_POSTGRES_USER"))
          .isEqualTo("catalog")
          .isNotEqualTo(((Map<?, ?>) part("postgres", "environment")).get("POSTGRES_USER"));
    }
  }

  @Test
  void theAdministratorsPasswordIsMadeForTheApiAlone() throws IOException {
    var script = Files.readString(HOME.resolve("deploy/secrets/make-secrets"));
    assertThat(script.lines().filter(line -> line.startsWith("give ") && line.endsWith(" admin")))
        .containsExactly("give catalog-api GAZETTEER_ADMIN_PASSWORD admin");
  }
}
