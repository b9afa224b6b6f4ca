package io.gazetteer.worker.index.stored;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the index holds for one data source, as of the last refresh. Thread safe. */
@Component
public final class IndexReader {
  /** More than most data sources have. */
  private static final int FIRST_PAGE = 1_000;

  /** As large as Elasticsearch lets a page be. */
  private static final int PAGE = 10_000;

  private static final Duration KEPT = Duration.ofMinutes(1);

  /** Each page of counts walks over all columns again, so few and large ones. */
  private static final int PAGE_OF_COUNTS = 20_000;

  /** Elasticsearch refuses to make more groups than 65,536 in one answer. */
  private static final int MOST_COUNTS = 50_000;

  private final IndexServer server;

  IndexReader(IndexServer server) {
    this.server = server;
  }

  /** Makes everything written so far visible to searches. */
  public void refresh() {
    server.call(new Request("POST", "/" + IndexAlias.both() + "/_refresh"));
  }

  /** Returns the ids of all relations, with the number of column documents each should have. */
  public Map<String, Integer> relations(UUID dataSourceId) {
    var relations = new HashMap<String, Integer>();
    var query = search(dataSourceId, null, List.of());
    query.putArray("docvalue_fields").add(Fields.COLUMN_COUNT).add(Fields.PARTITION_OF);
    scan(
        IndexAlias.TABLES,
        dataSourceId,
        query,
        hit -> relations.put(hit.path("_id").asString(), columnDocuments(hit.path("fields"))));
    return relations;
  }

  private static int columnDocuments(JsonNode fields) {
    return fields.has(Fields.PARTITION_OF) ? 0 : fields.path(Fields.COLUMN_COUNT).path(0).asInt(0);
  }

  /** Returns the latest epoch among the table documents of each data source. */
  public Map<UUID, Long> epochs() {
    var epochs = new HashMap<UUID, Long>();
    var query = JsonNodeFactory.instance.objectNode();
    query.put("size", 0).put("track_total_hits", false);
    var sources = query.putObject("aggs").putObject("sources");
    var composite = sources.putObject("composite").put("size", PAGE_OF_COUNTS);
    composite
        .putArray("sources")
        .addObject()
        .putObject("id")
        .putObject("terms")
        .put("field", Fields.DATA_SOURCE_ID);
    sources.putObject("aggs").putObject("latest").putObject("max").put("field", Fields.EPOCH);
    JsonNode page;
    do {
      page = search(endpoint(IndexAlias.TABLES), Map.of(), query).at("/aggregations/sources");
      for (JsonNode bucket : page.path("buckets")) {
        epochs.put(
            UUID.fromString(bucket.at("/key/id").asString()), bucket.at("/latest/value").asLong(0));
      }
      composite.set("after", page.path("after_key"));
    } while (page.path("buckets").size() == PAGE_OF_COUNTS);
    return epochs;
  }

  /** Counts the column documents of each relation, by the relation's id. */
  public Map<String, Integer> columnCounts(UUID dataSourceId) {
    return columnCounts(dataSourceId, MOST_COUNTS);
  }

  /** Does the same, in pages when there are more relations than these. */
  Map<String, Integer> columnCounts(UUID dataSourceId, int most) {
    return countsAtOnce(dataSourceId, most).orElseGet(() -> countsInPages(dataSourceId));
  }

  /**
   * Counts in one walk over all columns, which ordinals that Elasticsearch keeps make cheap. Empty
   * when some relation is not among the counted ones, or a count may be too low.
   */
  private Optional<Map<String, Integer>> countsAtOnce(UUID dataSourceId, int most) {
    var query = search(dataSourceId, null, List.of());
    query.put("size", 0);
    query
        .putObject("aggs")
        .putObject("relations")
        .putObject("terms")
        .put("field", Fields.TABLE_ID)
        .put("size", most)
        .putObject("order")
        .put("_key", "asc");
    var answer =
        search(endpoint(IndexAlias.COLUMNS), routing(dataSourceId), query)
            .at("/aggregations/relations");
    boolean isExact =
        answer.path("sum_other_doc_count").asLong(1) == 0
            && answer.path("doc_count_error_upper_bound").asLong(1) == 0;
    return isExact ? Optional.of(counts(answer)) : Optional.empty();
  }

  private static Map<String, Integer> counts(JsonNode aggregation) {
    var counts = new HashMap<String, Integer>();
    for (JsonNode bucket : aggregation.path("buckets")) {
      counts.put(bucket.path("key").asString(), bucket.path("doc_count").asInt());
    }
    return counts;
  }

  private Map<String, Integer> countsInPages(UUID dataSourceId) {
    var counts = new HashMap<String, Integer>();
    var query = search(dataSourceId, null, List.of());
    query.put("size", 0);
    var composite =
        query
            .putObject("aggs")
            .putObject("relations")
            .putObject("composite")
            .put("size", PAGE_OF_COUNTS);
    composite
        .putArray("sources")
        .addObject()
        .putObject("id")
        .putObject("terms")
        .put("field", Fields.TABLE_ID);
    JsonNode page;
    do {
      page =
          search(endpoint(IndexAlias.COLUMNS), routing(dataSourceId), query)
              .at("/aggregations/relations");
      for (JsonNode bucket : page.path("buckets")) {
        counts.put(bucket.at("/key/id").asString(), bucket.path("doc_count").asInt());
      }
      composite.set("after", page.path("after_key"));
    } while (page.path("buckets").size() == PAGE_OF_COUNTS);
    return counts;
  }

  /** Hands out the ids of all documents of an index, or only of those of some relations. */
  public void ids(
      IndexAlias alias,
      UUID dataSourceId,
      @Nullable String field,
      Collection<String> relationIds,
      Consumer<String> ids) {
    scan(
        alias,
        dataSourceId,
        search(dataSourceId, field, relationIds),
        hit -> ids.accept(hit.path("_id").asString()));
  }

  /** Hands out all hits. Those of most data sources fit into the first page: one request. */
  private void scan(
      IndexAlias alias, UUID dataSourceId, ObjectNode query, Consumer<JsonNode> hits) {
    query.put("size", FIRST_PAGE);
    query.putArray("sort").add("_doc");
    var page = hits(endpoint(alias), routing(dataSourceId), query);
    if (page.size() < FIRST_PAGE) {
      page.forEach(hits);
    } else {
      walk(alias, dataSourceId, query, hits);
    }
  }

  /** Walks over pages; shard order is the cheapest and needs a point in time. */
  private void walk(
      IndexAlias alias, UUID dataSourceId, ObjectNode query, Consumer<JsonNode> hits) {
    var pit = server.openPointInTime(alias.alias(), KEPT, routing(dataSourceId));
    try {
      query.putObject("pit").put("id", pit).put("keep_alive", KEPT.toMinutes() + "m");
      query.put("size", PAGE).putArray("sort").add("_shard_doc");
      JsonNode page;
      do {
        page = hits("/_search", Map.of(), query);
        page.forEach(hits);
        query.set("search_after", page.path(page.size() - 1).path("sort"));
      } while (page.size() == PAGE);
    } finally {
      server.closePointInTime(pit);
    }
  }

  /** Asks for no more of each hit than is read: the rest is half of the answer. */
  private JsonNode hits(String endpoint, Map<String, String> parameters, ObjectNode query) {
    var shortened = new HashMap<>(parameters);
    shortened.put("filter_path", "hits.hits._id,hits.hits.fields,hits.hits.sort");
    return search(endpoint, shortened, query).at("/hits/hits");
  }

  /** An answer that lacks what some shard holds is none. */
  private JsonNode search(String endpoint, Map<String, String> routing, ObjectNode query) {
    var parameters = new HashMap<>(routing);
    parameters.put("allow_partial_search_results", "false");
    return server.post(endpoint, parameters, query);
  }

  private static String endpoint(IndexAlias alias) {
    return "/" + alias.alias() + "/_search";
  }

  private static Map<String, String> routing(UUID dataSourceId) {
    return Map.of("routing", dataSourceId.toString());
  }

  private static ObjectNode search(
      UUID dataSourceId, @Nullable String field, Collection<String> relationIds) {
    var query = JsonNodeFactory.instance.objectNode();
    query.put("_source", false).put("track_total_hits", false);
    var filters = new ArrayList<ObjectNode>();
    filters.add(Queries.term(Fields.DATA_SOURCE_ID, dataSourceId.toString()));
    if (field != null) {
      filters.add(Queries.terms(field, relationIds));
    }
    query.set("query", Queries.allOf(filters));
    return query;
  }
}
