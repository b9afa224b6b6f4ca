package io.gazetteer.benchmarks.crawl;

import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goes through all documents of an index, or of several. */
public final class DocumentWalk {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PAGE = 500;

  private final DirectIndex server;

  public DocumentWalk(DirectIndex server) {
    this.server = server;
  }

  /** Takes each document. */
  public interface Visitor {
    void visit(JsonNode hit) throws IOException;
  }

  /** Visits each document once, in the index's own order, as it is when this begins. */
  public void over(String indexes, Visitor visitor) throws IOException, InterruptedException {
    var pit = server.post("/" + indexes + "/_pit?keep_alive=5m", "").path("id");
    var search = JSON.createObjectNode().put("size", PAGE).put("version", true);
    search.putArray("sort").add("_shard_doc");
    search.putObject("pit").put("keep_alive", "5m").set("id", pit);
    var hits = server.post("/_search", search.toString()).at("/hits/hits");
    while (!hits.isEmpty()) {
      for (var hit : hits) {
        visitor.visit(hit);
      }
      search.set("search_after", hits.get(hits.size() - 1).path("sort"));
      hits = server.post("/_search", search.toString()).at("/hits/hits");
    }
  }
}
