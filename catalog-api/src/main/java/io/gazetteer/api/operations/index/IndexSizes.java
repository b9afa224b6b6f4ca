package io.gazetteer.api.operations.index;

import io.gazetteer.api.index.IndexClient;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.common.index.SearchIndexes;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What stands behind the aliases of the search index. Thread safe. */
@Component
final class IndexSizes {
  private final SearchIndexes indexes;
  private final IndexClient client;

  IndexSizes(SearchIndexes indexes, IndexClient client) {
    this.indexes = indexes;
    this.client = client;
  }

  /**
   * An index in use.
   *
   * @param documents those that can be found, without replicas
   * @param bytes on disk, with replicas
   */
  record IndexSize(String alias, String index, int definitionVersion, long documents, long bytes) {}

  /** An alias that is missing is missing here, too. */
  List<IndexSize> read() {
    var stats =
        client
            .get(
                "/%s*,%s*/_stats/docs,store"
                    .formatted(IndexAlias.TABLES.alias(), IndexAlias.COLUMNS.alias()),
                Map.of())
            .path("indices");
    return inUse().stream().map(index -> size(index, stats.path(index.name()))).toList();
  }

  private List<SearchIndex> inUse() {
    try {
      return indexes.inUse();
    } catch (UncheckedIOException e) {
      throw new Problem(ProblemCode.UNAVAILABLE, "The search index is not available; try again");
    }
  }

  private static IndexSize size(SearchIndex index, JsonNode stats) {
    return new IndexSize(
        index.alias().alias(),
        index.name(),
        index.definitionVersion(),
        stats.at("/primaries/docs/count").asLong(0),
        stats.at("/total/store/size_in_bytes").asLong(0));
  }
}
