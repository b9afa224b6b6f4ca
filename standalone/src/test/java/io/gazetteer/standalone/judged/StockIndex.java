package io.gazetteer.standalone.judged;

import io.gazetteer.servers.testing.ElasticsearchServer;
import io.gazetteer.standalone.support.IndexRequests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one gets from Elasticsearch without knowing about names: the same tables and columns in two
 * indexes, the standard analyzer on names and comments, a {@code multi_match} of the type {@code
 * best_fields} with the fuzziness {@code AUTO}. It has no qualifiers and is asked the {@link
 * PlainWords}; a database to search in it is given as a filter.
 */
final class StockIndex {
  private static final String TABLES = "judged-stock-tables";
  private static final String COLUMNS = "judged-stock-columns";
  private static final List<String> FIELDS = List.of("name", "table", "schema", "comment");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexRequests requests;

  /** On an Elasticsearch that has none of it yet. */
  StockIndex(ElasticsearchServer server) {
    requests = new IndexRequests(server);
    create(TABLES);
    create(COLUMNS);
  }

  private void create(String index) {
    var text = Map.of("type", "text", "analyzer", "standard");
    var properties = new LinkedHashMap<String, Object>();
    FIELDS.forEach(field -> properties.put(field, text));
    properties.put("database", Map.of("type", "keyword"));
    properties.put("answer", Map.of("type", "keyword", "index", false));
    requests.call(
        "PUT",
        "/" + index,
        JSON.writeValueAsString(Map.of("mappings", Map.of("properties", properties))));
  }

  /** Puts in what the API says of a database. */
  void add(String database, Iterable<JsonNode> tables) {
    var bulk = new StringBuilder();
    for (var table : tables) {
      var schema = table.get("schema").asString();
      var name = table.get("name").asString();
      var answer = database + "." + schema + "." + name;
      append(
          bulk,
          TABLES,
          Map.of(
              "name",
              name,
              "schema",
              schema,
              "comment",
              comment(table),
              "database",
              database,
              "answer",
              answer));
      for (var column : table.get("columns")) {
        var own = column.get("name").asString();
        append(
            bulk,
            COLUMNS,
            Map.of(
                "name",
                own,
                "table",
                name,
                "schema",
                schema,
                "comment",
                comment(column),
                "database",
                database,
                "answer",
                answer + "." + own));
      }
    }
    var response = requests.call("POST", "/_bulk?refresh=true", bulk.toString());
    if (response.get("errors").asBoolean()) {
      throw new IllegalStateException("Not everything was indexed: " + response);
    }
  }

  private static String comment(JsonNode described) {
    return described.path("comment").asString("");
  }

  private static void append(StringBuilder bulk, String index, Map<String, String> document) {
    bulk.append("{\"index\":{\"_index\":\"").append(index).append("\"}}\n");
    bulk.append(JSON.writeValueAsString(document)).append('\n');
  }

  List<String> find(JudgedQuery query) {
    var words = PlainWords.of(query.text());
    if (words.isBlank()) {
      return List.of();
    }
    var match =
        Map.of(
            "multi_match",
            Map.of("query", words, "type", "best_fields", "fields", FIELDS, "fuzziness", "AUTO"));
    var filter =
        query
            .database()
            .map(name -> List.of(Map.of("term", Map.of("database", name))))
            .orElse(List.of());
    var body =
        Map.of(
            "size",
            Metrics.DEPTH,
            "query",
            Map.of("bool", Map.of("must", match, "filter", filter)));
    var response =
        requests.call(
            "POST", "/" + TABLES + "," + COLUMNS + "/_search", JSON.writeValueAsString(body));
    return response
        .get("hits")
        .get("hits")
        .valueStream()
        .map(hit -> hit.get("_source").get("answer").asString())
        .toList();
  }
}
