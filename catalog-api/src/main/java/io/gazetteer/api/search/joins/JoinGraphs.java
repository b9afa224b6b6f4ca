package io.gazetteer.api.search.joins;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import io.gazetteer.common.relation.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Keeps the graphs of data sources that were asked for, until a crawl of them ends. Reading one
 * takes some ten milliseconds for a thousand tables. Thread safe.
 */
@Component
public final class JoinGraphs implements FinishedCrawlListener {
  private static final int MOST_TABLES = 400_000;
  private static final int AT_ONCE = 10_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexServer server;
  private final Cache<Key, JoinGraph> graphs =
      Caffeine.newBuilder()
          .maximumWeight(MOST_TABLES)
          .weigher((Key key, JoinGraph graph) -> 1 + graph.size())
          .expireAfterWrite(Duration.ofMinutes(10))
          .build();

  JoinGraphs(IndexServer server) {
    this.server = server;
  }

  private record Key(UUID dataSourceId, @Nullable String version) {}

  /** Returns the graph of a data source, which is a crawl old at most. */
  JoinGraph of(UUID dataSourceId) {
    return of(dataSourceId, null);
  }

  /**
   * Returns the graph of a data source.
   *
   * @param version changes whenever the documents do, so that no graph is older than it; null when
   *     that does not matter
   */
  public JoinGraph of(UUID dataSourceId, @Nullable String version) {
    return graphs.get(new Key(dataSourceId, version), key -> read(key.dataSourceId()));
  }

  @Override
  public void crawlFinished(CrawlFinished crawl) {
    graphs.asMap().keySet().removeIf(key -> key.dataSourceId().equals(crawl.dataSourceId()));
  }

  @Override
  public void crawlsMissed() {
    graphs.invalidateAll();
  }

  private JoinGraph read(UUID dataSourceId) {
    var references = new HashMap<TableName, List<String>>();
    JsonNode last = JSON.createArrayNode();
    List<JsonNode> hits;
    do {
      hits = page(dataSourceId, (ArrayNode) last);
      for (JsonNode hit : hits) {
        var fields = hit.path("fields");
        var others = new ArrayList<String>();
        fields.path(Fields.REFERENCES).forEach(other -> others.add(other.asString()));
        references.put(
            new TableName(
                fields.path(Fields.SCHEMA).path(0).asString(""),
                fields.path(Fields.NAME).path(0).asString("")),
            others);
        last = hit.path("sort");
      }
    } while (hits.size() == AT_ONCE);
    return new JoinGraph(references);
  }

  private List<JsonNode> page(UUID dataSourceId, ArrayNode after) {
    var body = JSON.createObjectNode();
    body.put("size", AT_ONCE).put("_source", false).put("track_total_hits", false);
    body.set(
        "query",
        Queries.allOf(
            List.of(
                Queries.term(Fields.DATA_SOURCE_ID, dataSourceId.toString()),
                Queries.not(Queries.term(Fields.KIND, "partition")))));
    var fields = body.putArray("docvalue_fields");
    fields.add(Fields.SCHEMA).add(Fields.NAME).add(Fields.REFERENCES);
    body.putArray("sort").add(Fields.SCHEMA).add(Fields.NAME);
    if (!after.isEmpty()) {
      body.set("search_after", after);
    }
    return server
        .post(
            "/" + IndexAlias.TABLES.alias() + "/_search",
            Map.of(
                "routing",
                dataSourceId.toString(),
                "filter_path",
                "hits.hits.fields,hits.hits.sort"),
            body)
        .at("/hits/hits")
        .valueStream()
        .toList();
  }
}
