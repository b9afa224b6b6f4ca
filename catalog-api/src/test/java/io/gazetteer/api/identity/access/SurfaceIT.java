package io.gazetteer.api.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** What of a process can be seen from outside: headers, other origins, and the management port. */
class SurfaceIT {
  private static final String ELSEWHERE = "https://elsewhere.example";

  private static final List<String> NOT_FOR_THE_WORLD =
      List.of(
          "beans",
          "caches",
          "conditions",
          "configprops",
          "env",
          "flyway",
          "heapdump",
          "httpexchanges",
          "info",
          "logfile",
          "loggers",
          "mappings",
          "metrics",
          "scheduledtasks",
          "sessions",
          "shutdown",
          "startup",
          "threaddump");

  private final TestApi api = TestApi.shared();
  private final List<Routes.Route> routes = Routes.of(api);
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void everyAnswerTellsBrowsersToBeCareful() {
    var softly = new SoftAssertions();
    for (Routes.Route route : routes) {
      assertCareful(softly, route.toString(), call(route, Map.of()));
      if (isHarmless(route)) {
        assertCareful(softly, route + " as admin", call(route, authorized()));
      }
    }
    assertCareful(softly, "nothing there", api.get("/api/nothing"));
    assertCareful(softly, "a trick", api.send("GET", "/api/%2e%2e/x;y", null, Map.of()));
    assertCareful(softly, "one that Tomcat refuses", api.send("GET", "/api/%00", null, Map.of()));
    softly.assertAll();
  }

  private static void assertCareful(SoftAssertions softly, String place, Answer answer) {
    softly.assertThat(answer.header("X-Content-Type-Options")).as(place).isEqualTo("nosniff");
    softly.assertThat(answer.header("X-Frame-Options")).as(place).isEqualTo("DENY");
    softly.assertThat(answer.header("Referrer-Policy")).as(place).isEqualTo("no-referrer");
    softly
        .assertThat(answer.header("Cross-Origin-Resource-Policy"))
        .as(place)
        .isEqualTo("same-origin");
    softly
        .assertThat(answer.header("Content-Security-Policy"))
        .as(place)
        .contains("default-src 'none'", "frame-ancestors 'none'");
    softly
        .assertThat(answer.header("Cache-Control"))
        .as(place)
        .containsAnyOf("no-store", "no-cache");
    softly
        .assertThat(Stream.of("Server", "X-Powered-By", "Set-Cookie").map(answer::header))
        .as(place)
        .allMatch(String::isEmpty);
  }

  @Test
  void answersOptionsLikeAnyMethodThatIsNotThere() {
    var headers = Map.of("Authorization", "Bearer " + api.token());
    var answer = api.send("OPTIONS", "/api/search/", null, headers);
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.json().path("code").asString()).isEqualTo("method_not_allowed");
  }

  @Test
  void letsNoPageOfAnotherOriginReadAnything() {
    var softly = new SoftAssertions();
    for (Routes.Route route : routes) {
      var asked =
          api.send(
              "OPTIONS",
              route.anyPath(),
              null,
              Map.of(
                  "Origin",
                  ELSEWHERE,
                  "Access-Control-Request-Method",
                  route.anyMethod(),
                  "Access-Control-Request-Headers",
                  "authorization"));
      assertOfNoOtherOrigin(softly, "preflight of " + route, asked);
      assertOfNoOtherOrigin(softly, route.toString(), call(route, Map.of("Origin", ELSEWHERE)));
      if (isHarmless(route)) {
        var headers = Map.of("Origin", ELSEWHERE, "Authorization", "Bearer " + api.token());
        assertOfNoOtherOrigin(softly, route + " as admin", call(route, headers));
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ELSEWHERE,
        "null",
        "http://localhost",
        "http://127.0.0.1:1",
        "http://127.0.0.1.evil.example",
        "no origin"
      })
  void refusesPagesOfOtherSites(String origin) {
    for (var path : List.of("/api/health", "/api/search/?q=a", "/api/nothing")) {
      var headers = Map.of("Origin", origin, "Authorization", "Bearer " + api.token());
      var answer = api.send("GET", path, null, headers);
      assertThat(answer.status()).as(path).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("forbidden");
    }
    var login = Map.of("Origin", origin, "Content-Type", "application/json");
    assertThat(api.send("POST", "/api/auth/login", "{}", login).status()).isEqualTo(403);
    assertThat(manage("GET", "/actuator/health", Map.of("Origin", origin)).status()).isEqualTo(403);
  }

  @Test
  void servesPagesOfItsOwnSite() {
    var headers = Map.of("Origin", api.url(), "Authorization", "Bearer " + api.token());
    assertThat(api.send("GET", "/api/search/?q=a", null, headers).status()).isEqualTo(200);
  }

  private static void assertOfNoOtherOrigin(SoftAssertions softly, String place, Answer answer) {
    softly
        .assertThat(answer.headers().map().keySet())
        .as(place)
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
  }

  private boolean isHarmless(Routes.Route route) {
    return !route.changesSomething();
  }

  private Answer call(Routes.Route route, Map<String, String> headers) {
    return api.send(
        route.anyMethod(), route.anyPath(), route.changesSomething() ? "[]" : null, headers);
  }

  private Map<String, String> authorized() {
    return Map.of("Authorization", "Bearer " + api.token());
  }

  @Test
  void theManagementPortHasHealthAndMetricsOnly() {
    assertThat(managed("/actuator").json().path("_links").propertyNames())
        .containsExactlyInAnyOrder("self", "health", "health-path", "prometheus");
    assertThat(managed("/actuator/health").status()).isEqualTo(200);
    assertThat(managed("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(managed("/actuator/prometheus").text()).contains("jvm_memory");
    assertThat(NOT_FOR_THE_WORLD)
        .allSatisfy(
            name -> {
              assertThat(managed("/actuator/" + name).status()).as(name).isEqualTo(401);
              assertThat(manage("GET", "/actuator/" + name, authorized()).status())
                  .as("%s as admin", name)
                  .isEqualTo(404);
              assertThat(manage("POST", "/actuator/" + name, authorized()).status())
                  .as("POST to %s as admin", name)
                  .isEqualTo(404);
            });
    assertThat(routes)
        .filteredOn(route -> !route.path().equals("/error"))
        .allSatisfy(
            route ->
                assertThat(manage(route.anyMethod(), route.anyPath(), authorized()).status())
                    .as("%s on the management port", route)
                    .isGreaterThanOrEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/health", "/health/liveness", "/prometheus", "/env", "/heapdump"})
  void thePublicPortHasNothingOfIt(String path) {
    var answer = api.get("/actuator" + path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
    assertThat(api.send("GET", "/actuator" + path, null, Map.of()).status()).isEqualTo(401);
  }

  @Test
  void bothPortsAreThisMachinesUnlessASettingSaysElse() {
    var settings = api.bean(Environment.class);

    assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
    assertThat(settings.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    assertThat(settings.getProperty("local.management.port"))
        .isNotEqualTo(settings.getProperty("local.server.port"));
  }

  private Answer managed(String path) {
    return manage("GET", path, Map.of());
  }

  /** Not by way of {@link TestApi}: what this port says of the API's paths is not described. */
  private Answer manage(String method, String path, Map<String, String> headers) {
    var port = api.bean(Environment.class).getProperty("local.management.port");
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, BodyPublishers.noBody());
    headers.forEach(request::header);
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
