package io.gazetteer.api.search.hits;

import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.TableWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads hits from the documents that Elasticsearch found. */
public final class HitReader {
  private final MatchedClauses.Reader clauses = new MatchedClauses.Reader();
  private final Highlighter highlighter;
  private final boolean explain;

  public HitReader(Highlighter highlighter, boolean explain) {
    this.highlighter = highlighter;
    this.explain = explain;
  }

  /**
   * Reads a hit.
   *
   * @param partitions how many a partitioned table has; null for all others
   */
  public Hit read(JsonNode hit, DataSourceEntry source, @Nullable Long partitions) {
    var kind = HitKind.ofIndex(hit.path("_index").asString());
    var document = hit.path("_source");
    boolean isTable = kind == HitKind.TABLE;
    var name = document.path(Fields.NAME).asString("");
    var table = isTable ? "" : document.path(Fields.TABLE).asString("");
    var comment = text(document, Fields.COMMENT);
    var schema = document.path(Fields.SCHEMA).asString("");
    var matched = clauses.read(hit.path("matched_queries"));
    var marks =
        highlighter.marks(
            new HitTexts(
                name,
                table,
                parent(document, schema),
                schema,
                source.dbName(),
                comment == null ? "" : comment),
            matched.matchingWords());
    return new Hit(
        hit.path("_id").asString(),
        kind.jsonName(),
        Hit.Database.of(source),
        schema,
        isTable ? name : table,
        document.path(isTable ? "kind" : "table_kind").asString(""),
        isTable ? null : name,
        isTable ? null : text(document, Fields.DATA_TYPE),
        comment,
        partitions,
        hit.path("_score").asDouble(0),
        marks.matched(),
        marks.highlights(),
        explain ? Explanation.of(matched, marks.matched()) : null);
  }

  private static String parent(JsonNode document, String schema) {
    var parent = text(document, Fields.PARTITION_OF);
    return parent == null ? "" : TableWords.parentName(schema, parent);
  }

  private static @Nullable String text(JsonNode document, String field) {
    var value = document.path(field);
    return value.isString() ? value.stringValue() : null;
  }
}
