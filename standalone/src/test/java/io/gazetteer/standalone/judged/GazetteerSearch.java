package io.gazetteer.standalone.judged;

import io.gazetteer.standalone.support.ApiUser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The search that is judged. Other tests leave databases in the same Gazetteer; their hits are
 * passed over, so that it does not matter which tests have run before.
 */
final class GazetteerSearch {
  private static final int WITH_STRANGERS = 60;

  private final ApiUser user;
  private final List<String> complaints = new ArrayList<>();

  GazetteerSearch(ApiUser user) {
    this.user = user;
  }

  List<String> find(JudgedQuery query) {
    int limit = query.database().isPresent() ? Metrics.DEPTH : WITH_STRANGERS;
    var database = query.database().map(name -> "&db_name=" + name).orElse("");
    var answer = user.get("/api/search?q=" + encode(query.text()) + "&limit=" + limit + database);
    if (answer.status() != 200) {
      complaints.add(query.text() + ": " + answer.status() + " " + answer.body());
      return List.of();
    }
    var hits = answer.body().get("hits");
    var found =
        hits.valueStream()
            .filter(hit -> JudgedDatabases.has(databaseOf(hit)))
            .filter(
                hit ->
                    query.database().isPresent() || JudgedDatabases.NAMES.contains(databaseOf(hit)))
            .map(GazetteerSearch::name)
            .limit(Metrics.DEPTH)
            .toList();
    if (found.stream().distinct().count() < found.size()) {
      complaints.add(query.text() + ": a hit comes twice in " + hits);
    }
    return found;
  }

  /** Queries that were refused, or answered with something twice. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private static String databaseOf(JsonNode hit) {
    return hit.get("database").get("db_name").asString();
  }

  private static String name(JsonNode hit) {
    var column = hit.path("column");
    return databaseOf(hit)
        + "."
        + hit.get("schema").asString()
        + "."
        + hit.get("table").asString()
        + (column.isString() ? "." + column.asString() : "");
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
