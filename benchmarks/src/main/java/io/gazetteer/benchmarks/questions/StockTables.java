package io.gazetteer.benchmarks.questions;

import io.gazetteer.benchmarks.crawl.DirectIndex;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ranks tables as Elasticsearch does without knowing about names: one document a table, the
 * standard analyzer, {@code multi_match} with fuzziness {@code AUTO}.
 */
final class StockTables {
  private static final List<String> FIELDS = List.of("name", "schema", "columns", "comments");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DirectIndex server;
  private final String index;

  StockTables(QuestionSet set, DirectIndex server) throws IOException, InterruptedException {
    this.server = server;
    this.index = "stock-" + set.name();
    // The server makes none by itself.
    server.put("/" + index, JSON.createObjectNode());
    var bulk = new StringBuilder();
    for (QuestionSet.Table table : set.tables()) {
      bulk.append("{\"index\":{\"_index\":\"").append(index).append("\"}}\n");
      bulk.append(
              JSON.writeValueAsString(
                  Map.of(
                      "path", table.path(),
                      "name", table.name(),
                      "schema", table.schema(),
                      "columns", joined(table, false),
                      "comments", joined(table, true))))
          .append('\n');
    }
    var answer = server.post("/_bulk?refresh=true&filter_path=errors", bulk.toString());
    if (answer.path("errors").asBoolean(true)) {
      throw new IOException("A document was refused");
    }
  }

  private static String joined(QuestionSet.Table table, boolean comments) {
    return table.columns().stream()
        .map(column -> comments ? column.comment() : column.name())
        .collect(Collectors.joining(" "));
  }

  List<String> find(String question) throws IOException, InterruptedException {
    var body =
        Map.of(
            "size",
            10,
            "query",
            Map.of(
                "multi_match", Map.of("query", question, "fields", FIELDS, "fuzziness", "AUTO")));
    return server
        .post("/" + index + "/_search", JSON.writeValueAsString(body))
        .at("/hits/hits")
        .valueStream()
        .map(hit -> hit.at("/_source/path"))
        .map(JsonNode::asString)
        .toList();
  }
}
