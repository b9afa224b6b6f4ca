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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Knows which views read a table, from the texts of the views. The texts of a data source are read
 * once, and what they say is kept until a crawl of it ends. Thread safe.
 */
@Component
public final class ReadingViews implements FinishedCrawlListener {
  /** Of a data source with more views, those behind are not known. */
  static final int MOST_VIEWS = 5_000;

  private static final int AT_ONCE = 200;
  private static final int MOST_KEPT = 500_000;
  private static final String TEXT = "view_definition";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexServer server;
  private final JoinGraphs graphs;
  private final Cache<UUID, Readers> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT)
          .weigher((UUID id, Readers readers) -> 1 + readers.size())
          .expireAfterWrite(Duration.ofMinutes(10))
          .build();

  ReadingViews(IndexServer server, JoinGraphs graphs) {
    this.server = server;
    this.graphs = graphs;
  }

  private record Readers(Map<TableName, List<TableName>> views) {
    int size() {
      return views.values().stream().mapToInt(List::size).sum();
    }
  }

  /** Returns the views whose texts name the table, in the order of schema and name. */
  public List<TableName> of(UUID dataSourceId, TableName table) {
    return kept.get(dataSourceId, this::read).views().getOrDefault(table, List.of());
  }

  @Override
  public void crawlFinished(CrawlFinished crawl) {
    kept.invalidate(crawl.dataSourceId());
  }

  @Override
  public void crawlsMissed() {
    kept.invalidateAll();
  }

  private Readers read(UUID dataSourceId) {
    var tables = new HashSet<>(graphs.of(dataSourceId).tables());
    var views = new HashMap<TableName, List<TableName>>();
    ArrayNode last = JSON.createArrayNode();
    List<JsonNode> hits;
    int read = 0;
    do {
      hits = page(dataSourceId, last);
      for (JsonNode hit : hits) {
        var description = hit.at("/_source/" + Fields.DESCRIPTION);
        var view =
            new TableName(
                description.path("schema").asString(""), description.path("name").asString(""));
        for (TableName table : MentionedTables.in(description.path(TEXT).asString(""))) {
          if (tables.contains(table) && !table.equals(view)) {
            views.computeIfAbsent(table, none -> new ArrayList<>()).add(view);
          }
        }
        last = (ArrayNode) hit.path("sort");
      }
      read += hits.size();
    } while (hits.size() == AT_ONCE && read < MOST_VIEWS);
    var order = Comparator.comparing(TableName::schema).thenComparing(TableName::table);
    views.replaceAll((table, readers) -> readers.stream().sorted(order).toList());
    return new Readers(views);
  }

  private List<JsonNode> page(UUID dataSourceId, ArrayNode after) {
    var body = JSON.createObjectNode();
    body.put("size", AT_ONCE).put("track_total_hits", false);
    body.set(
        "query",
        Queries.allOf(
            List.of(
                Queries.term(Fields.DATA_SOURCE_ID, dataSourceId.toString()),
                Queries.terms(Fields.KIND, List.of("view", "materialized_view")))));
    body.putObject("_source")
        .putArray("includes")
        .add(Fields.DESCRIPTION + ".schema")
        .add(Fields.DESCRIPTION + ".name")
        .add(Fields.DESCRIPTION + "." + TEXT);
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
                "hits.hits._source,hits.hits.sort"),
            body)
        .at("/hits/hits")
        .valueStream()
        .toList();
  }
}
