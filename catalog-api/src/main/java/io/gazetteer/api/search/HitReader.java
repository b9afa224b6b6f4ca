package io.gazetteer.api.search;

import io.gazetteer.common.catalog.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one found document. */
final class HitReader {
  private final Highlighter highlighter;

  HitReader(Highlighter highlighter) {
    this.highlighter = highlighter;
  }

  Hit read(JsonNode hit, DataSource source) {
    var kind = HitKind.ofIndex(hit.path("_index").asString());
    var document = hit.path("_source");
    boolean isTable = kind == HitKind.TABLE;
    var name = document.path("name").asString("");
    var table = isTable ? name : document.path("table").asString("");
    var comment = text(document, "comment");
    var texts =
        new Highlighter.Texts(
            name,
            table,
            document.path("schema").asString(""),
            comment == null ? "" : comment,
            isTable);
    return new Hit(
        hit.path("_id").asString(),
        kind.jsonName(),
        database(source),
        texts.schema(),
        table,
        document.path(isTable ? "kind" : "table_kind").asString(""),
        isTable ? null : name,
        isTable ? null : text(document, "data_type"),
        comment,
        hit.path("_score").asDouble(0),
        highlighter.matches(texts),
        highlighter.highlights(texts));
  }

  private static @Nullable String text(JsonNode document, String field) {
    var value = document.path(field);
    return value.isString() ? value.stringValue() : null;
  }

  private static Hit.Database database(DataSource source) {
    return new Hit.Database(
        source.id(), source.dbName(), source.hostname(), source.kind().displayName());
  }
}
