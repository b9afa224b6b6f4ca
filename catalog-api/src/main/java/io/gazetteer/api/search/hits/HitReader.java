package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.folding.Folding;
import io.gazetteer.api.search.terms.CorrectedQuery;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.TableWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads hits from the documents that Elasticsearch found. */
public final class HitReader {
  private final MatchedClauses.Reader clauses = new MatchedClauses.Reader();
  private final Highlighter highlighter;
  private final @Nullable ColumnFinder columns;
  private final boolean explain;
  private final String asked;

  private HitReader(
      Highlighter highlighter, @Nullable ColumnFinder columns, String asked, boolean explain) {
    this.asked = asked;
    this.highlighter = highlighter;
    this.columns = columns;
    this.explain = explain;
  }

  /** Reads the hits of a search for names. */
  public static HitReader ofNames(CorrectedQuery query, boolean explain) {
    return new HitReader(new Highlighter(query), null, asked(query), explain);
  }

  /** Reads the hits of a question, which are tables. */
  public static HitReader ofQuestion(CorrectedQuery query, boolean explain) {
    var terms =
        query.wanted().stream()
            .filter(ResolvedQuery.Words.class::isInstance)
            .flatMap(words -> ((ResolvedQuery.Words) words).terms().stream())
            .toList();
    return new HitReader(new Highlighter(query), new ColumnFinder(terms), asked(query), explain);
  }

  private static String asked(CorrectedQuery query) {
    return query.wanted().stream()
        .filter(ResolvedQuery.Words.class::isInstance)
        .flatMap(words -> ((ResolvedQuery.Words) words).terms().stream())
        .map(QueryTerm::text)
        .collect(Collectors.joining(" "));
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
    var found = columns == null ? null : columns.of(name, document.path(Fields.DESCRIPTION));
    var matches = new ArrayList<>(marks.matched());
    if (found != null) {
      matches.addAll(found.matches());
    }
    if (hit.path("by_meaning").asBoolean(false)) {
      matches.add(new Hit.Match(asked, "about", MatchKind.MEANING.jsonName()));
    }
    return new Hit(
        hit.path("_id").asString(),
        kind.jsonName(),
        Hit.Database.of(source),
        schema,
        isTable ? name : table,
        document.path(isTable ? "kind" : "table_kind").asString(""),
        schema + '.' + (isTable ? name : table + '.' + name),
        isTable ? null : name,
        isTable ? null : text(document, Fields.DATA_TYPE),
        comment,
        partitions,
        folded(hit),
        hit.path("_score").asDouble(0),
        matches,
        marks.highlights(),
        found == null ? null : found.columns(),
        broughtBy(hit),
        explain ? Explanation.of(matched, matches, hit) : null);
  }

  private static Hit.@Nullable Folded folded(JsonNode hit) {
    long others = hit.path(Folding.OTHERS).asLong(0);
    return others == 0 ? null : new Hit.Folded(others, Folding.key(hit));
  }

  private static @Nullable List<String> broughtBy(JsonNode hit) {
    var tables = hit.path("brought_by");
    return tables.isArray() ? tables.valueStream().map(JsonNode::asString).toList() : null;
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
