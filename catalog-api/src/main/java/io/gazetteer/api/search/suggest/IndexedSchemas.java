package io.gazetteer.api.search.suggest;

import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says which schemas the index has. Thread safe. */
@Component
public final class IndexedSchemas {
  private final IndexServer server;
  private final DataSourceDirectory sources;

  IndexedSchemas(IndexServer server, DataSourceDirectory sources) {
    this.server = server;
    this.sources = sources;
  }

  /** Lists the schemas whose names begin so, in any case; those with most tables first. */
  public List<String> beginningWith(String begun, int limit) {
    var beginning = begun.replaceAll("[*?]", "");
    var query =
        beginning.isEmpty()
            ? Queries.all()
            : Queries.wildcardInAnyCase(Fields.SCHEMA, beginning + "*");
    var body = Queries.object();
    body.put("size", 0).put("track_total_hits", false).put("timeout", "2s");
    var bool = body.putObject("query").putObject("bool");
    bool.putArray("filter").add(query);
    var hidden = sources.now().hidden();
    if (!hidden.isEmpty()) {
      bool.putArray("must_not").add(Queries.terms(Fields.DATA_SOURCE_ID, hidden));
    }
    body.putObject("aggs")
        .putObject("values")
        .putObject("terms")
        .put("field", Fields.SCHEMA)
        .put("size", limit);
    return server
        .post(
            "/" + IndexAlias.TABLES.alias() + "/_search",
            Map.of("filter_path", "aggregations.values.buckets.key"),
            body)
        .at("/aggregations/values/buckets")
        .valueStream()
        .map(bucket -> bucket.path("key").asString())
        .toList();
  }
}
