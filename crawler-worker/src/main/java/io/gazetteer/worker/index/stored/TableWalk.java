package io.gazetteer.worker.index.stored;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.IndexUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks over all table documents of an index. The walk itself sees ids and numbers of columns only,
 * so that the documents can be fetched in pieces of bounded size. Thread safe.
 */
@Component
public class TableWalk {
  private static final int PAGE = 2_000;
  private static final int TABLES_IN_PIECE = 500;

  /** About 300 bytes each. */
  private static final int COLUMNS_IN_PIECE = 4_000;

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Map<String, String> WHOLE = Map.of("allow_partial_search_results", "false");
  private static final String LOADED =
      String.join(
          ",",
          Fields.DATA_SOURCE_ID,
          Fields.EPOCH,
          Fields.CRAWLED_AT,
          Fields.ROW_ESTIMATE,
          Fields.REFERENCED_BY,
          Fields.DESCRIPTION);

  private final IndexServer server;

  TableWalk(IndexServer server) {
    this.server = server;
  }

  /** Makes everything written so far visible to the walk; returns how many tables there are. */
  public long count(String index) {
    server.call(new Request("POST", "/" + index + "/_refresh"));
    return required(server.call(new Request("GET", "/" + index + "/_count")), "/count").asLong();
  }

  /** Hands out all documents in pieces: id, version and source of each. */
  public void over(String index, Consumer<List<JsonNode>> pieces) {
    var pit = server.openPointInTime(index, KEPT, Map.of());
    try {
      pages(index, search(pit), pieces);
    } finally {
      server.closePointInTime(pit);
    }
  }

  private void pages(String index, ObjectNode search, Consumer<List<JsonNode>> pieces) {
    while (true) {
      var hits = required(server.post("/_search", WHOLE, search), "/hits/hits");
      if (hits.isEmpty()) {
        return;
      }
      for (ObjectNode piece : cut(hits)) {
        pieces.accept(documents(index, piece));
      }
      search.set("search_after", hits.get(hits.size() - 1).path("sort"));
    }
  }

  private static ObjectNode search(String pit) {
    var search = JsonNodeFactory.instance.objectNode();
    search.put("size", PAGE).put("_source", false).put("track_total_hits", false);
    search.putArray("docvalue_fields").add(Fields.DATA_SOURCE_ID).add(Fields.COLUMN_COUNT);
    search.putObject("pit").put("id", pit).put("keep_alive", KEPT.toMinutes() + "m");
    search.putArray("sort").add("_shard_doc");
    return search;
  }

  private static List<ObjectNode> cut(JsonNode hits) {
    var pieces = new ArrayList<ObjectNode>();
    ArrayNode piece = null;
    int columns = 0;
    for (JsonNode hit : hits) {
      int more = hit.path("fields").path(Fields.COLUMN_COUNT).path(0).asInt(0);
      if (piece == null || piece.size() == TABLES_IN_PIECE || columns + more > COLUMNS_IN_PIECE) {
        var next = JsonNodeFactory.instance.objectNode();
        piece = next.putArray("docs");
        pieces.add(next);
        columns = 0;
      }
      columns += more;
      piece
          .addObject()
          .put("_id", hit.path("_id").asString())
          .put("routing", hit.path("fields").path(Fields.DATA_SOURCE_ID).path(0).asString(""));
    }
    return pieces;
  }

  private List<JsonNode> documents(String index, ObjectNode piece) {
    var answer = server.post("/" + index + "/_mget", Map.of("_source_includes", LOADED), piece);
    var documents = required(answer, "/docs").valueStream().toList();
    if (documents.stream().anyMatch(document -> document.has("error"))) {
      throw new IndexUnavailableException("The index could not read a table");
    }
    return documents.stream().filter(document -> document.path("found").asBoolean()).toList();
  }

  /** An answer without it is no empty index: a rebuild must not take it for one. */
  private static JsonNode required(JsonNode answer, String pointer) {
    var found = answer.at(pointer);
    if (found.isMissingNode()) {
      throw new IndexUnavailableException("The index has gone away: its answer has no " + pointer);
    }
    return found;
  }
}
