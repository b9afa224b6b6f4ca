package io.gazetteer.api.operations.index;

import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.common.index.SearchIndexes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What stands behind the aliases of the search index. Thread safe. */
@Component
final class IndexSizes {
  private final SearchIndexes indexes;
  private final IndexServer server;

  IndexSizes(SearchIndexes indexes, IndexServer server) {
    this.indexes = indexes;
    this.server = server;
  }

  /** An alias that is missing is missing here, too. */
  List<IndexSize> read() {
    var stats =
        server
            .get(
                "/%s*,%s*/_stats/docs,store"
                    .formatted(IndexAlias.TABLES.alias(), IndexAlias.COLUMNS.alias()),
                Map.of())
            .path("indices");
    return indexes.inUse().stream().map(index -> size(index, stats.path(index.name()))).toList();
  }

  private static IndexSize size(SearchIndex index, JsonNode stats) {
    return new IndexSize(
        index.alias().alias(),
        index.name(),
        index.definitionVersion(),
        index.state().name().toLowerCase(Locale.ROOT),
        number(stats.at("/primaries/docs/count")),
        number(stats.at("/total/store/size_in_bytes")));
  }

  private static @Nullable Long number(JsonNode value) {
    return value.isNumber() ? value.asLong() : null;
  }
}
