package io.gazetteer.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Description;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed description is that of the code; {@code -Dopenapi.renew=true} makes it so. */
class OpenApiFileTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void theCommittedDescriptionIsThatOfTheCode() throws IOException {
    var file = Description.FILE;
    var now = JSON.writeValueAsString(ApiDescription.of(DeclaredRoutes.all())) + "\n";
    var committed = Files.exists(file) ? Files.readString(file) : "{}";
    if (Boolean.getBoolean("openapi.renew")) {
      Files.writeString(file, now);
      committed = now;
    }

    assertThat(committed)
        .as(
            "%s is not that of the code. %s%nRenew it: mvn test -pl catalog-api -am"
                + " -Dtest=OpenApiFileTest -Dopenapi.renew=true"
                + " -Dsurefire.failIfNoSpecifiedTests=false",
            file, breaks(JSON.readTree(committed), JSON.readTree(now)))
        .isEqualTo(now);
  }

  /** For whoever looks at a change: {@code -Dopenapi.before} names the description without it. */
  @Test
  void saysWhatBreaksThoseWhoUseTheApi() throws IOException {
    var before = System.getProperty("openapi.before", "");
    if (!before.isEmpty() && Files.exists(Path.of(before))) {
      System.out.println(
          breaks(
              JSON.readTree(Files.readString(Path.of(before))),
              Description.committed().document()));
    }
  }

  private static String breaks(JsonNode before, JsonNode now) {
    var breaks = ApiBreaks.between(before, now);
    return breaks.isEmpty()
        ? "The API: nothing that programs rely on has gone."
        : "The API breaks for programs that use it:\n  " + String.join("\n  ", breaks);
  }

  @Test
  void describesEveryFieldAndParameter() {
    var softly = new SoftAssertions();
    for (JsonNode fields : Description.committed().document().findValues("properties")) {
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
    Description.committed()
        .document()
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
    var softly = new SoftAssertions();
    for (var route : Described.routes(description.document())) {
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
