package io.gazetteer.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Searches one database and names what is found. */
public record Found(TestApi api, String database) {
  public Answer search(String text, String more) {
    return api.get(
        "/api/search/?db_name="
            + database
            + "&q="
            + URLEncoder.encode(text, StandardCharsets.UTF_8)
            + more);
  }

  public List<String> names(String text) {
    return names(search(text, "&limit=100"));
  }

  public List<JsonNode> hits(String text) {
    return search(text, "&limit=100").json().path("hits").valueStream().toList();
  }

  public JsonNode hit(String text, String name) {
    return hits(text).stream().filter(hit -> name(hit).equals(name)).findFirst().orElseThrow();
  }

  public static List<String> names(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().path("hits").valueStream().map(Found::name).toList();
  }

  /** The names on all pages, from after this cursor. */
  public List<String> walk(String text, String more, String cursor) {
    var seen = new ArrayList<String>();
    var next = cursor;
    do {
      var page = search(text, more + (next.isEmpty() ? "" : "&cursor=" + next));
      seen.addAll(names(page));
      next = page.json().path("next_cursor").asString("");
    } while (!next.isEmpty());
    return seen;
  }

  public static String name(JsonNode hit) {
    var table = hit.path("schema").asString() + "." + hit.path("table").asString();
    return hit.path("column").isNull() ? table : table + "." + hit.path("column").asString();
  }
}
