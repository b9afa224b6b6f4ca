package io.gazetteer.benchmarks.crawl;

import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexDefinition;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Makes the two search indexes anew, and a second set of the same definition. */
record Indexes(DirectIndex index) {
  static final List<IndexAlias> ALIASES = List.of(IndexAlias.COLUMNS, IndexAlias.TABLES);

  /** Empties the search indexes by making them anew: nothing old is left to slow a round down. */
  void renew() throws IOException, InterruptedException {
    for (var alias : ALIASES) {
      var path = "/" + IndexDefinition.load(alias).indexName();
      index.delete(path);
      index.put(path, body(alias));
    }
  }

  /** Makes the second set of indexes, empty. */
  void createReplay() throws IOException, InterruptedException {
    for (var alias : ALIASES) {
      var body = body(alias);
      body.remove("aliases");
      index.put("/" + replayOf(alias), body);
    }
  }

  void deleteReplay() throws IOException, InterruptedException {
    for (var alias : ALIASES) {
      index.delete("/" + replayOf(alias));
    }
  }

  /** The body that the API makes the index with, when no setting says otherwise. */
  private static ObjectNode body(IndexAlias alias) {
    return IndexDefinition.load(alias).body(1, 0, alias.alias());
  }

  /** The index of the second set that stands for an alias. */
  static String replayOf(IndexAlias alias) {
    return "replay-" + alias.alias();
  }
}
