package io.gazetteer.api.search;

import io.gazetteer.api.search.SearchAnswer.FacetValue;
import io.gazetteer.api.search.SearchAnswer.Total;
import io.gazetteer.api.web.Cursor;
import io.gazetteer.common.catalog.DataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes the API's answer from Elasticsearch's. Thread safe. */
@Component
final class SearchAnswers {
  private final SourceDirectory sources;

  SearchAnswers(SourceDirectory sources) {
    this.sources = sources;
  }

  SearchAnswer of(SearchRequest request, Search.Found found, long tookMs) {
    var answer = found.answer();
    var hits = answer.at("/hits/hits");
    var databases = databases(answer);
    var highlighter = new Highlighter(request.words(), found.forgiving());
    var seen = new ArrayList<Hit>();
    for (JsonNode hit : hits) {
      var source = databases.get(hit.at("/_source/data_source_id").asString(""));
      if (source != null) {
        seen.add(new HitReader(highlighter).read(hit, source));
      }
    }
    return new SearchAnswer(
        seen,
        new Total(
            answer.at("/hits/total/value").asLong(0),
            answer.at("/hits/total/relation").asString("eq")),
        facets(answer.path("aggregations"), databases),
        hits.size() < request.limit() ? null : cursor(hits.path(hits.size() - 1), found),
        tookMs);
  }

  private Map<String, DataSource> databases(JsonNode answer) {
    var ids = new LinkedHashSet<UUID>();
    for (JsonNode hit : answer.at("/hits/hits")) {
      ids.add(UUID.fromString(hit.at("/_source/data_source_id").asString()));
    }
    for (JsonNode bucket : answer.at("/aggregations/database/buckets")) {
      ids.add(UUID.fromString(bucket.path("key").asString()));
    }
    return ids.isEmpty() ? Map.of() : sources.byId(ids);
  }

  private static String cursor(JsonNode lastHit, Search.Found found) {
    var values = new ArrayList<Object>();
    values.add(found.forgiving());
    lastHit.path("sort").forEach(values::add);
    return Cursor.encode(values.toArray());
  }

  private static Map<String, List<FacetValue>> facets(
      JsonNode aggregations, Map<String, DataSource> databases) {
    var facets = new LinkedHashMap<String, List<FacetValue>>();
    for (String name : List.of("kind", "database", "schema", "type_family")) {
      facets.put(
          name,
          aggregations
              .at("/" + name + "/buckets")
              .valueStream()
              .map(bucket -> value(name, bucket, databases))
              .toList());
    }
    return facets;
  }

  private static FacetValue value(
      String facet, JsonNode bucket, Map<String, DataSource> databases) {
    var key = bucket.path("key").asString();
    return new FacetValue(
        facet.equals("kind") ? HitKind.ofIndex(key).jsonName() : key,
        facet.equals("database") ? label(databases.get(key)) : null,
        bucket.path("doc_count").asLong());
  }

  private static @Nullable String label(@Nullable DataSource source) {
    return source == null ? null : source.dbName();
  }
}
