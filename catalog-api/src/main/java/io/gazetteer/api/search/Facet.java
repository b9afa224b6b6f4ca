package io.gazetteer.api.search;

import io.gazetteer.api.search.SearchAnswer.FacetOthers;
import io.gazetteer.api.search.SearchAnswer.FacetValue;
import io.gazetteer.api.search.hits.HitKind;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.api.sources.DataSourceSnapshot;
import io.gazetteer.common.index.Fields;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts all hits of a search by one property. */
enum Facet {
  KIND("_index"),
  DATABASE(Fields.DATA_SOURCE_ID),
  SCHEMA(Fields.SCHEMA),
  TYPE_FAMILY(Fields.TYPE_FAMILY);

  /** The parts of Elasticsearch's answer that are needed. */
  static final String ANSWER =
      "aggregations.*.buckets.key,aggregations.*.buckets.doc_count,"
          + "aggregations.*.sum_other_doc_count,aggregations.*.doc_count_error_upper_bound";

  private static final int VALUES = 20;

  /** A shard with more values leaves out the rarer ones, and then a count can be too low. */
  private static final int VALUES_OF_A_SHARD = 1000;

  private final String field;

  Facet(String field) {
    this.field = field;
  }

  String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Asks Elasticsearch to count the hits. */
  void ask(ObjectNode aggregations) {
    aggregations
        .putObject(jsonName())
        .putObject("terms")
        .put("field", field)
        .put("size", VALUES)
        .put("shard_size", VALUES_OF_A_SHARD);
  }

  boolean isIn(JsonNode aggregations) {
    return aggregations.has(jsonName());
  }

  /** The values that most hits have. */
  List<FacetValue> values(JsonNode aggregations, DataSourceSnapshot sources) {
    return aggregations
        .path(jsonName())
        .path("buckets")
        .valueStream()
        .map(bucket -> value(bucket, sources))
        .toList();
  }

  private FacetValue value(JsonNode bucket, DataSourceSnapshot sources) {
    var key = bucket.path("key").asString();
    return new FacetValue(
        this == KIND ? HitKind.ofIndex(key).jsonName() : key,
        this == DATABASE ? sources.find(key).map(DataSourceEntry::dbName).orElse(null) : null,
        bucket.path("doc_count").asLong());
  }

  /** How many hits have values that are not listed. */
  FacetOthers others(JsonNode aggregations) {
    var counted = aggregations.path(jsonName());
    return new FacetOthers(
        counted.path("sum_other_doc_count").asLong(0),
        counted.path("doc_count_error_upper_bound").asLong(0));
  }
}
