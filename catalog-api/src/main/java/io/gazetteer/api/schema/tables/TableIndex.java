package io.gazetteer.api.schema.tables;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads table documents in the order of schema and name. Thread safe. */
@Component
public final class TableIndex {
  private static final String ENDPOINT = "/" + IndexAlias.TABLES.alias();

  private final IndexServer server;
  private final JsonMapper json = JsonMapper.shared();

  TableIndex(IndexServer server) {
    this.server = server;
  }

  /** Holds some references, and how many tables the filter has in all. */
  public record Page(List<TableRef> tables, long total) {}

  /** Finds the first references after this one. */
  public Page list(TableFilter filter, @Nullable TableRef after, int limit) {
    var answer =
        server.post(
            ENDPOINT + "/_search",
            Map.of(
                "routing", filter.routing(),
                "allow_partial_search_results", "false",
                "filter_path", "hits.total.value,hits.hits._id,hits.hits.sort,hits.hits.fields"),
            listing(filter, after, limit));
    var hits = answer.at("/hits/hits").valueStream().map(TableIndex::reference).toList();
    return new Page(hits, answer.at("/hits/total/value").asLong(0));
  }

  private ObjectNode listing(TableFilter filter, @Nullable TableRef after, int limit) {
    var body = json.createObjectNode();
    body.put("size", limit).put("_source", false).put("track_total_hits", true);
    body.set("query", filter.query());
    body.putArray("sort").add(Fields.SCHEMA).add(Fields.NAME);
    body.putArray("docvalue_fields").add(Fields.COLUMN_COUNT);
    if (after != null) {
      body.putArray("search_after").add(after.schema()).add(after.name());
    }
    return body;
  }

  private static TableRef reference(JsonNode hit) {
    return new TableRef(
        hit.path("_id").asString(),
        hit.at("/sort/0").asString(),
        hit.at("/sort/1").asString(),
        hit.path("fields").path(Fields.COLUMN_COUNT).path(0).asInt(0));
  }

  /** Finds which of these documents fit the filter. */
  public Set<String> present(TableFilter filter, Collection<String> documentIds) {
    var body = json.createObjectNode();
    body.put("size", documentIds.size()).put("_source", false).put("track_total_hits", false);
    var ids = Queries.object();
    documentIds.forEach(ids.putObject("ids").putArray("values")::add);
    body.set("query", filter.with(ids).query());
    return server
        .post(
            ENDPOINT + "/_search",
            Map.of(
                "routing", filter.routing(),
                "allow_partial_search_results", "false",
                "filter_path", "hits.hits._id"),
            body)
        .at("/hits/hits")
        .valueStream()
        .map(hit -> hit.path("_id").asString())
        .collect(Collectors.toSet());
  }

  /** Reads the documents of these tables, in the same order; as Elasticsearch answers. */
  public byte[] documents(TableFilter filter, List<TableRef> tables) {
    var body = json.createObjectNode();
    var ids = body.putArray("ids");
    tables.forEach(table -> ids.add(table.documentId()));
    return server.postForBytes(
        ENDPOINT + "/_mget", Map.of("routing", filter.routing(), "realtime", "false"), body);
  }

  /**
   * Finds the first documents that match, by score, schema and name.
   *
   * @param query within the filter's data source
   */
  List<TableDocument> match(TableFilter filter, ObjectNode query, int limit) {
    var body = json.createObjectNode();
    body.put("size", limit).put("track_total_hits", false);
    body.set("query", query);
    body.putArray("sort").add("_score").add(Fields.SCHEMA).add(Fields.NAME);
    return TableDocuments.read(
        server.postForBytes(
            ENDPOINT + "/_search",
            Map.of("routing", filter.routing(), "allow_partial_search_results", "false"),
            body));
  }
}
