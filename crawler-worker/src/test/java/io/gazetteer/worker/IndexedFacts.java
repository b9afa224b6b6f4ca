package io.gazetteer.worker;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What the index says of a data source, in the words of {@link Facts}. */
final class IndexedFacts {
  private final IndexedDocuments index;

  IndexedFacts(ApplicationContext context) {
    index = new IndexedDocuments(context);
  }

  /** Everything written so far; fails when a thing is there twice. */
  Facts read(UUID dataSource) {
    index.refresh();
    return search(dataSource);
  }

  /** What a search sees now; fails when a thing is there twice. */
  Facts search(UUID dataSource) {
    var tables = new HashSet<Facts.Table>();
    var columns = new HashSet<Facts.Column>();
    for (JsonNode hit : index.searched("gazetteer-tables", dataSource, "schema,name")) {
      once(tables.add(new Facts.Table(text(hit, "schema"), text(hit, "name"))), hit);
    }
    var fields = "schema,table,name,data_type";
    for (JsonNode hit : index.searched("gazetteer-columns", dataSource, fields)) {
      var column =
          new Facts.Column(
              text(hit, "schema"), text(hit, "table"), text(hit, "name"), text(hit, "data_type"));
      once(columns.add(column), hit);
    }
    return new Facts(tables, columns);
  }

  /** The version of each document by its id. */
  Map<String, Long> versions(UUID dataSource) {
    var versions = new TreeMap<String, Long>();
    for (String alias : List.of("gazetteer-tables", "gazetteer-columns")) {
      for (JsonNode hit : index.hits(alias, dataSource)) {
        versions.put(hit.path("_id").asString(), hit.path("_version").asLong());
      }
    }
    return versions;
  }

  private static String text(JsonNode hit, String field) {
    return hit.path("_source").path(field).asString();
  }

  private static void once(boolean isNew, JsonNode hit) {
    if (!isNew) {
      throw new AssertionError("Twice in the index: " + hit);
    }
  }
}
