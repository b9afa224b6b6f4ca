package io.gazetteer.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Description;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ApiBreaksTest {
  private static final JsonNode NOW = Description.committed().document();

  @Test
  void findsNothingWhereNothingHasChanged() {
    assertThat(ApiBreaks.between(NOW, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/paths, /api/suggest, GET /api/suggest is gone",
    "/paths/~1api~1search, get, GET /api/search is gone",
    "/components/schemas/CrawlView/properties, epoch, CrawlView.epoch is gone",
    "/components/schemas/NewToken/properties, role, NewToken.role is gone"
  })
  void findsWhatIsGone(String place, String gone, String found) {
    assertThat(changed(api -> ((ObjectNode) api.at(place)).remove(gone))).contains(found);
  }

  @Test
  void findsValuesParametersAndTypes() {
    assertThat(
            changed(
                api ->
                    ((ArrayNode) api.at("/components/schemas/CrawlView/properties/state/enum"))
                        .remove(6)))
        .containsExactly("CrawlView.state no longer has the value HELD");
    assertThat(
            changed(api -> ((ArrayNode) api.at("/paths/~1api~1search/get/parameters")).remove(1)))
        .containsExactly("GET /api/search no longer takes kind");
    assertThat(
            changed(
                api ->
                    ((ObjectNode) api.at("/paths/~1api~1search/get/parameters/1"))
                        .put("required", true)))
        .containsExactly("GET /api/search needs kind");
    assertThat(
            changed(
                api ->
                    ((ArrayNode) api.at("/components/schemas/NewToken/required"))
                        .add("expires_in_days")))
        .containsExactly("NewToken needs expires_in_days");
    assertThat(
            changed(
                api ->
                    ((ObjectNode) api.at("/components/schemas/CrawlView/properties/epoch"))
                        .put("type", "string")))
        .containsExactly("CrawlView.epoch has another type");
  }

  private static Iterable<String> changed(Consumer<JsonNode> change) {
    var changed = NOW.deepCopy();
    change.accept(changed);
    return ApiBreaks.between(NOW, changed);
  }
}
