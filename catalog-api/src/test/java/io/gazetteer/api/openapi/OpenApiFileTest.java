package io.gazetteer.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Description;
import io.gazetteer.api.web.problems.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description is whole, whatever the code does. */
class OpenApiFileTest {
  private static final JsonNode DOCUMENT = Description.committed().document();
  private final SoftAssertions softly = new SoftAssertions();

  /** For whoever looks at a change: {@code -Dopenapi.before} names the description without it. */
  @Test
  void saysWhatBreaksThoseWhoUseTheApi() throws IOException {
    var before = System.getProperty("openapi.before", "");
    if (!before.isEmpty() && Files.exists(Path.of(before))) {
      var breaks =
          ApiBreaks.between(
              JsonMapper.shared().readTree(Files.readString(Path.of(before))), DOCUMENT);
      System.out.println(
          breaks.isEmpty()
              ? "The API: nothing that programs rely on has gone."
              : "The API breaks for programs that use it:\n  " + String.join("\n  ", breaks));
    }
  }

  @Test
  void namesNothingThatIsMissingAndHasNothingThatNobodyNames() {
    var named =
        DOCUMENT.findValues("$ref").stream().map(JsonNode::asString).collect(Collectors.toSet());
    var components =
        Stream.of("schemas", "responses")
            .flatMap(
                kind ->
                    DOCUMENT.at("/components/" + kind).propertyNames().stream()
                        .map(name -> "#/components/" + kind + "/" + name))
            .collect(Collectors.toSet());

    assertThat(components).isEqualTo(named);
  }

  @Test
  void namesEachRouteOnceUnderATag() {
    var tags = DOCUMENT.path("tags").findValuesAsString("name");
    var routes = Described.routes(DOCUMENT);
    for (var route : routes) {
      softly
          .assertThat(tags)
          .as(route.toString())
          .containsAll(
              route.operation().path("tags").valueStream().map(JsonNode::asString).toList());
    }
    softly.assertAll();
    assertThat(routes.stream().map(route -> route.operation().path("operationId").asString()))
        .doesNotHaveDuplicates();
  }

  @Test
  void describesEachProblemUnderItsStatusAndTitle() {
    for (var route : Described.routes(DOCUMENT)) {
      route
          .operation()
          .path("responses")
          .properties()
          .forEach(
              response -> {
                var said = Described.resolve(DOCUMENT, response.getValue());
                Described.codes(said)
                    .map(code -> ProblemCode.valueOf(code.toUpperCase(Locale.ROOT)))
                    .forEach(
                        code -> {
                          softly
                              .assertThat("" + code.status())
                              .as("%s %s", route, code)
                              .isEqualTo(response.getKey());
                          softly
                              .assertThat(said.path("description").asString())
                              .as("%s %s", route, code)
                              .satisfiesAnyOf(
                                  text -> assertThat(text).doesNotContain("`"),
                                  text ->
                                      assertThat(text)
                                          .contains(
                                              "`%s`: %s".formatted(code.jsonName(), code.title())));
                        });
              });
    }
    softly.assertAll();
  }

  @Test
  void describesEveryFieldAndParameter() {
    for (JsonNode fields : DOCUMENT.findValues("properties")) {
      for (var field : fields.properties()) {
        // Narrows a field that is described where it is declared.
        if (!(field.getValue().size() == 1 && field.getValue().has("enum"))) {
          softly
              .assertThat(field.getValue().path("description").asString(""))
              .as(field.toString())
              .isNotBlank();
        }
      }
    }
    DOCUMENT
        .findValues("parameters")
        .forEach(
            parameters ->
                parameters.forEach(
                    parameter ->
                        softly
                            .assertThat(parameter.path("description").asString(""))
                            .as(parameter.toString())
                            .isNotBlank()));
    softly.assertAll();
  }

  @Test
  void givesExamplesThatAreAsDescribed() {
    var description = Description.committed();
    for (var route : Described.routes(DOCUMENT)) {
      var operation = route.operation();
      var body = operation.at("/requestBody/content/application~1json");
      if (!body.isMissingNode()) {
        softly
            .assertThat(
                description.errors(route + "body", body.path("schema"), body.path("example")))
            .as("%s body", route)
            .isEmpty();
      }
      for (JsonNode parameter : operation.path("parameters")) {
        var name = route + parameter.path("name").asString();
        if (parameter.has("example")) {
          softly
              .assertThat(
                  description.errors(name, parameter.path("schema"), parameter.path("example")))
              .as(name)
              .isEmpty();
        }
      }
    }
    softly.assertAll();
  }
}
