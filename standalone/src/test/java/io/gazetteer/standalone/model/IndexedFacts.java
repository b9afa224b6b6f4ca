package io.gazetteer.standalone.model;

import io.gazetteer.servers.testing.ElasticsearchServer;
import io.gazetteer.servers.testing.facts.Facts;
import io.gazetteer.standalone.support.IndexRequests;
import java.util.HashSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the index says of a data source, in the words of {@link Facts}. Thread safe. */
final class IndexedFacts {
  private static final String BOTH = "/gazetteer-tables,gazetteer-columns";

  private final IndexRequests requests;

  IndexedFacts(ElasticsearchServer server) {
    requests = new IndexRequests(server);
  }

  /** The index outlives the workers, and no power cut: nobody need wait for its disk. */
  void spareTheDisk() {
    requests.text("PUT", BOTH + "/_settings", "{\"index.translog.durability\": \"async\"}");
  }

  /** Returns everything written so far; fails when a thing is there twice. */
  Facts read(UUID dataSource) {
    requests.text("POST", BOTH + "/_refresh", "");
    return search(dataSource);
  }

  /** Returns what a search sees now; fails when a thing is there twice. */
  Facts search(UUID dataSource) {
    var tables = new HashSet<Facts.Table>();
    var columns = new HashSet<Facts.Column>();
    for (JsonNode hit : hits("tables", dataSource, "schema,name")) {
      once(tables.add(new Facts.Table(text(hit, "schema"), text(hit, "name"))), hit);
    }
    for (JsonNode hit : hits("columns", dataSource, "schema,table,name,data_type")) {
      var column =
          new Facts.Column(
              text(hit, "schema"), text(hit, "table"), text(hit, "name"), text(hit, "data_type"));
      once(columns.add(column), hit);
    }
    return new Facts(tables, columns);
  }

  private JsonNode hits(String index, UUID dataSource, String fields) {
    var path =
        "/gazetteer-%s/_search?size=10000&routing=%s&q=data_source_id:%s&_source_includes=%s"
            .formatted(index, dataSource, dataSource, fields);
    return requests.call("GET", path, "").at("/hits/hits");
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
