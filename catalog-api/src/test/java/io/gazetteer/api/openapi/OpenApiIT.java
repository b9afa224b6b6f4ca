package io.gazetteer.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Description;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The running server is what the description says. That answers are, every other test sees to,
 * since {@link TestApi} compares each one.
 */
class OpenApiIT {
  /** The server's own way to its error page. */
  private static final String NO_ROUTE = "/error";

  /** Its messages are described by others. */
  private static final String AGENTS = "POST /mcp";

  /** Other tests would notice; tests of their own send them. */
  private static final Set<String> NOT_HERE =
      Set.of(
          AGENTS,
          "POST /api/index/rebuild",
          "POST /api/encryption-keys",
          "DELETE /api/encryption-keys/{id}");

  /** What only the server sets; a role is somebody's to give in two bodies. */
  private static final List<String> FOREIGN =
      List.of("epoch", "id", "role", "secret", "created_at", "owner_id");

  /** Pages are for people and no part of the API. */
  private static final String PAGES = "io.gazetteer.api.pages";

  /** What the page loads. */
  private static final Pattern LINK =
      Pattern.compile("<(?:script|link)[^>]*(?:src|href)=\"([^\":]*)\"");

  private final TestApi api = TestApi.shared();

  @Test
  void showsTheCommittedDescriptionToEveryone() {
    var answer = api.send("GET", "/api/openapi.json", null, Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(Description.committed().document());
    assertThat(answer.json().path("openapi").asString()).isEqualTo("3.1.0");
  }

  @Test
  void describesEveryRouteAndNoOther() {
    var described =
        Described.routes(Description.committed().document()).stream()
            .map(Described::toString)
            .collect(Collectors.toSet());

    assertThat(described).isEqualTo(routesOfTheServer());
  }

  private Set<String> routesOfTheServer() {
    return api
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(entry -> !entry.getValue().getBeanType().getPackageName().startsWith(PAGES))
        .map(Map.Entry::getKey)
        .filter(mapping -> !mapping.getPatternValues().contains(NO_ROUTE))
        .flatMap(
            mapping ->
                mapping.getMethodsCondition().getMethods().stream()
                    .flatMap(
                        method ->
                            mapping.getPatternValues().stream().map(path -> method + " " + path)))
        .collect(Collectors.toSet());
  }

  @Test
  void answersItsExamples() throws IOException {
    var softly = new SoftAssertions();
    try (var examples = new Examples(api)) {
      for (var route : Described.routes(Description.committed().document())) {
        if (!NOT_HERE.contains(route.toString())) {
          var answer = examples.send(route);
          softly
              .assertThat(isGood(answer) || isOfNothing(route, answer))
              .as("%s: %s", route, answer)
              .isTrue();
        }
      }
    }
    softly.assertAll();
  }

  private static boolean isGood(Answer answer) {
    return answer.status() >= 200 && answer.status() < 300;
  }

  /** Whether there is such a dead letter, session or table is up to other tests. */
  private static boolean isOfNothing(Described route, Answer answer) {
    return answer.status() == 404
        && (route.path().startsWith("/api/dead-letters/{id}")
            || Set.of("/api/joins", "/api/dependents", "/api/diagram", "/api/auth/sessions/{id}")
                .contains(route.path()));
  }

  @Test
  void refusesFieldsThatAreNotDescribed() throws IOException {
    var softly = new SoftAssertions();
    try (var examples = new Examples(api)) {
      for (var route : Described.routes(Description.committed().document())) {
        if (!route.method().equals("GET") && !route.toString().equals(AGENTS)) {
          var body =
              route.takesBody()
                  ? (ObjectNode) route.example().deepCopy()
                  : JsonMapper.shared().createObjectNode();
          var foreign = FOREIGN.stream().filter(field -> !body.has(field)).toList();
          foreign.forEach(field -> body.put(field, "admin"));
          var answer = api.call(route.method(), examples.path(route), body);
          softly.assertThat(answer.status()).as("%s: %s", route, answer).isEqualTo(400);
          softly.assertThat(answer.wrongFields()).as(route.toString()).containsAll(foreign);
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void hasAPageThatMayDoNoMoreThanItMust() {
    var page = api.send("GET", "/api/docs/", null, Map.of());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.text()).as("scripts in the page").doesNotContain("<script>", "onclick");
    assertThat(LINK.matcher(page.text()).results().map(link -> link.group(1)))
        .containsExactlyInAnyOrder(
            "./swagger-ui.css", "./page.css", "./swagger-ui-bundle.js", "./page.js")
        .allSatisfy(
            file -> {
              var answer = api.send("GET", "/api/docs" + file.substring(1), null, Map.of());
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.header("Content-Type"))
                  .startsWith(file.endsWith("js") ? "text/javascript" : "text/css");
            });
    assertThat(api.get("/webjars/swagger-ui/index.html").status()).isEqualTo(404);
    assertThat(api.get("/api/docs/index.html").status()).isEqualTo(404);
  }
}
