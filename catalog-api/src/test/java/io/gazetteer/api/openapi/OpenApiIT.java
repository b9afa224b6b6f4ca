package io.gazetteer.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Description;
import io.gazetteer.api.testing.TestApi;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running server has the routes that the description names. */
class OpenApiIT {
  /** The server's own way to its error page. */
  private static final String NO_ROUTE = "/error";

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
        .keySet()
        .stream()
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
  void hasAPageThatMayDoNoMoreThanItMust() {
    var page = api.send("GET", "/api/docs/", null, Map.of());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.text()).contains("/api/docs/page.js", "/api/docs/page.css");
    assertThat(page.text()).as("scripts in the page").doesNotContain("<script>", "onclick");
    assertThat(api.send("GET", "/api/docs/page.js", null, Map.of()).header("Content-Type"))
        .startsWith("text/javascript");
    assertThat(api.send("GET", "/api/docs/page.css", null, Map.of()).header("Content-Type"))
        .startsWith("text/css");
  }
}
