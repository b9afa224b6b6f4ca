package io.gazetteer.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Description;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pages of all routes that have any: small, and walked by cursors of ours only. */
class PageLimitsIT {
  private static final int LARGEST_PAGE = 100;

  /** Of whole tables, which are streamed. */
  private static final Map<String, Integer> LARGER = Map.of("/api/db-schema", 1000);

  private static final List<String> OTHER_WAYS =
      List.of(
          "offset",
          "from",
          "skip",
          "start",
          "page",
          "page_size",
          "size",
          "per_page",
          "after",
          "search_after",
          "Limit",
          "limit[]",
          "limit ");

  private static final List<String> LIMITS =
      List.of(
          "0",
          "-1",
          "2147483647",
          "2147483648",
          "99999999999999999999",
          "1e2",
          "0x10",
          "10.0",
          " 10",
          "10;",
          "NaN",
          "all",
          "null",
          "\0");

  private static final List<String> CURSORS =
      List.of(
          "0",
          "10000",
          "%",
          "=",
          "../../users",
          "' or 1=1--",
          "\0",
          "x".repeat(5000),
          encoded("[]"),
          encoded("{}"),
          encoded("null"),
          encoded("[null]"),
          encoded("[[]]"),
          encoded("[{\"$gt\":0},{}]"),
          encoded("[9223372036854775808]"),
          encoded("[1e999,1e999]"),
          encoded("[\"\\u0000\",\"\\u0000\"]"),
          encoded("[".repeat(2000)),
          encoded("[0,0,0,0,0,0,0,0,0,0]"));

  private final TestApi api = TestApi.shared();
  private final SoftAssertions softly = new SoftAssertions();

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void thereIsNoOtherWayThroughThem() throws IOException {
    try (var examples = new Examples(api)) {
      paged()
          .forEach(
              route -> {
                var place = examples.path(route) + Examples.query(route, "limit");
                OTHER_WAYS.forEach(name -> assertRefused(place, name, "10"));
                if (parameter(route, "cursor").isEmpty()) {
                  assertRefused(place, "cursor", encoded("[1]"));
                } else {
                  CURSORS.forEach(cursor -> assertRefused(place, "cursor", cursor));
                }
              });
    }
    softly.assertAll();
  }

  @Test
  void theyAreSmall() throws IOException {
    try (var examples = new Examples(api)) {
      paged()
          .forEach(
              route -> {
                var place = examples.path(route) + Examples.query(route, "limit");
                int most = largest(route);
                softly
                    .assertThat(most)
                    .as(route.toString())
                    .isLessThanOrEqualTo(LARGER.getOrDefault(route.path(), LARGEST_PAGE));
                softly.assertThat(send(place, "limit", "" + most).status()).isIn(200, 202, 404);
                assertRefused(place, "limit", "" + (most + 1));
                LIMITS.forEach(limit -> assertRefused(place, "limit", limit));
              });
    }
    softly.assertAll();
  }

  private static List<Described> paged() {
    var paged =
        Described.routes(Description.committed().document()).stream()
            .filter(route -> parameter(route, "limit").isPresent())
            .toList();
    assertThat(paged).hasSizeGreaterThan(9);
    return paged;
  }

  private static Optional<JsonNode> parameter(Described route, String name) {
    return route
        .queryParameters()
        .filter(parameter -> parameter.path("name").asString().equals(name))
        .findAny();
  }

  private static int largest(Described route) {
    return parameter(route, "limit").orElseThrow().at("/schema/maximum").asInt();
  }

  private void assertRefused(String place, String name, String value) {
    var answer = send(place, name, value);
    softly
        .assertThat(answer.status() == 400 && answer.wrongFields().equals(List.of(name)))
        .as("%s with %s %s: %s", place, name, value, answer)
        .isTrue();
  }

  private Answer send(String place, String name, String value) {
    return api.get(place + "&" + encode(name) + "=" + encode(value));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
