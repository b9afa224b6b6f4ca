package io.gazetteer.api.search;

import io.gazetteer.api.index.Routing;
import io.gazetteer.api.search.paging.SteadyIndex;
import io.gazetteer.api.search.query.Query;
import io.gazetteer.api.search.question.AskedText;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search that someone asks for.
 *
 * @param kinds the kinds of documents that may be hits
 * @param filters fields of documents, and values of which a hit must have one in each
 * @param limit how many hits a page has, at most
 * @param fold whether hits that differ in nothing but their schema or database are folded into one
 * @param explain whether each hit says how its score comes about
 */
record SearchRequest(
    AskedText text,
    SearchedKinds kinds,
    Map<String, List<String>> filters,
    int limit,
    boolean fold,
    boolean explain) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  /** Whether hits can only be what a table has: its columns, or its partitions. */
  boolean isForInner() {
    return kinds == SearchedKinds.COLUMNS
        || filters.containsKey(Fields.TYPE_FAMILY)
        || List.of(RelationKind.PARTITION.jsonName()).equals(filters.get(Fields.KIND));
  }

  /** Whether hits may be folded: who asks for partitions wants to see them. */
  boolean mayFold() {
    var partitions = List.of(RelationKind.PARTITION.jsonName());
    return fold
        && !partitions.equals(filters.get(Fields.KIND))
        && parts(names())
            .noneMatch(
                part ->
                    part instanceof Query.Qualifier qualifier
                        && qualifier.field() == Query.Field.KIND
                        && qualifier.values().equals(partitions));
  }

  private static Stream<Query> parts(Query query) {
    return query instanceof Query.And and ? and.queries().stream() : Stream.of(query);
  }

  /** What is searched as names; of a question its words. */
  Query names() {
    return text.names().orElseGet(() -> text.question().orElseThrow().shortQuery());
  }

  /** The words of a text of names, without what else it asks for. */
  String words() {
    return parts(names())
        .filter(Query.Word.class::isInstance)
        .map(word -> ((Query.Word) word).text())
        .collect(Collectors.joining(" "));
  }

  /** The data sources that are searched; none for all. */
  List<String> dataSourceIds() {
    return filters.getOrDefault(Fields.DATA_SOURCE_ID, List.of());
  }

  /** The words between names, as the index has words. */
  Set<String> connecting() {
    return text.connecting().stream().map(ANALYZER::words).collect(Collectors.toSet());
  }

  /** Where it is searched. */
  SteadyIndex.Where where(@Nullable String pointInTime) {
    return new SteadyIndex.Where(kinds.indexes(), routing(), pointInTime);
  }

  /** The parameter that spares Elasticsearch the shards without documents of these databases. */
  Map<String, String> routing() {
    return Routing.to(dataSourceIds());
  }
}
