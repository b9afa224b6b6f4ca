package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Failure;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds the database of a table that is named as {@code db.schema.table}, or by less. */
final class TableNames {
  private static final int NEAREST = 5;

  private TableNames() {}

  /**
   * A table in one database.
   *
   * @param name its schema and name, as far as they are known
   */
  record Named(String databaseId, String database, String name) {}

  static Named find(Api api, String text) {
    int dot = text.indexOf('.');
    if (dot > 0) {
      var found = inDatabase(api, text.substring(0, dot), text.substring(dot + 1));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return anywhere(api, text);
  }

  private static Optional<Named> inDatabase(Api api, String database, String name) {
    try {
      var source =
          api.get("/api/search-table" + Api.query("db_name", database, "table_name", name));
      return Optional.of(
          new Named(source.path("id").asString(), source.path("db_name").asString(), name));
    } catch (Failure e) {
      if (e.exitCode() == Failure.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Looks for the name in all databases. */
  private static Named anywhere(Api api, String text) {
    var last = text.substring(text.lastIndexOf('.') + 1).replaceAll("[^\\p{L}\\p{N}_]", " ");
    var hits =
        api.get("/api/search" + Api.query("q", last, "kind", "table", "mode", "names"))
            .path("hits");
    var exact =
        hits.valueStream()
            .filter(
                hit ->
                    hit.path("table").asString().equalsIgnoreCase(text)
                        || hit.path("path").asString().equalsIgnoreCase(text))
            .toList();
    if (exact.size() == 1) {
      var hit = exact.getFirst();
      return new Named(
          hit.path("database").path("id").asString(),
          hit.path("database").path("db_name").asString(),
          hit.path("path").asString());
    }
    var nearest = new LinkedHashSet<String>();
    (exact.isEmpty() ? hits.valueStream() : exact.stream())
        .limit(NEAREST)
        .forEach(hit -> nearest.add(path(hit)));
    throw new Failure(
        exact.isEmpty() ? Failure.NOT_FOUND : Failure.USAGE,
        (exact.isEmpty() ? "There is no table " : "There is more than one table ")
            + text
            + (nearest.isEmpty()
                ? "."
                : ". Name one of: " + nearest.stream().collect(Collectors.joining(", "))));
  }

  private static String path(JsonNode hit) {
    return hit.path("database").path("db_name").asString()
        + '.'
        + hit.path("schema").asString()
        + '.'
        + hit.path("table").asString();
  }
}
