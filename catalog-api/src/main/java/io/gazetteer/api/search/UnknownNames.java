package io.gazetteer.api.search;

import io.gazetteer.api.search.query.Query;
import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.ranking.QualifierFilters;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says which values of qualifiers, and of parameters, nothing has. A single value that every hit
 * must have is known when there are hits, and so costs nothing then. Thread safe.
 */
@Component
final class UnknownNames {
  private static final int LISTED = 8;
  private static final Set<Field> IN_INDEX =
      Set.of(Field.SCHEMA, Field.TABLE, Field.COLUMN, Field.TYPE);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final IndexServer server;
  private final DataSourceDirectory sources;

  UnknownNames(IndexServer server, DataSourceDirectory sources) {
    this.server = server;
    this.sources = sources;
  }

  /** A value that something should have. */
  private record Asked(Field field, String value) {
    ObjectNode filter() {
      var words = ANALYZER.analyze(value).stream().map(word -> word.text()).toList();
      return QualifierFilters.of(
          new ResolvedQuery.Qualifier(field, List.of(new ResolvedQuery.Value(value, words))));
    }
  }

  /**
   * A sentence for each value that nothing has.
   *
   * @param isEmpty whether there are no hits, so that no value is known
   */
  List<String> of(SearchRequest request, boolean isEmpty) {
    var asked = asked(request, isEmpty);
    var notes = new ArrayList<String>();
    for (Asked one : asked) {
      if (one.field() == Field.DB && sources.now().named(one.value()).isEmpty()) {
        notes.add(note(one, databases()));
      }
    }
    if (request.filters().getOrDefault(Fields.DATA_SOURCE_ID, List.of("any")).isEmpty()) {
      notes.add("no database has this db_name, id, hostname and port; there are " + databases());
    }
    var inIndex = asked.stream().filter(one -> IN_INDEX.contains(one.field())).toList();
    if (!inIndex.isEmpty()) {
      addUnknown(inIndex, request, notes);
    }
    return notes;
  }

  private static Set<Asked> asked(SearchRequest request, boolean isEmpty) {
    var asked = new LinkedHashSet<Asked>();
    queries(request).forEach(query -> add(query, isEmpty, asked));
    var schemas = request.filters().getOrDefault(Fields.SCHEMA, List.of());
    if (isEmpty || schemas.size() > 1) {
      schemas.forEach(schema -> asked.add(new Asked(Field.SCHEMA, schema)));
    }
    return asked;
  }

  private static Stream<Query> queries(SearchRequest request) {
    var names = request.text().names();
    return names.isPresent()
        ? names.stream()
        : request.text().question().stream().flatMap(question -> question.conditions().stream());
  }

  /**
   * Adds the values that a query asks for.
   *
   * @param uncertain whether there may be hits that have not the values
   */
  private static void add(Query query, boolean uncertain, Set<Asked> asked) {
    switch (query) {
      case Query.Qualifier qualifier -> {
        if (uncertain || qualifier.values().size() > 1) {
          qualifier.values().forEach(value -> asked.add(new Asked(qualifier.field(), value)));
        }
      }
      case Query.And and -> and.queries().forEach(part -> add(part, uncertain, asked));
      case Query.Or or -> or.queries().forEach(part -> add(part, true, asked));
      case Query.Not not -> add(not.query(), true, asked);
      default -> {
        // Words need not be known.
      }
    }
  }

  private String databases() {
    return listed(
        sources.now().matching(source -> true).stream()
            .flatMap(id -> sources.now().find(id).stream())
            .map(DataSourceEntry::dbName)
            .distinct()
            .sorted()
            .toList());
  }

  private void addUnknown(List<Asked> asked, SearchRequest request, List<String> notes) {
    var counted = count(asked, request);
    for (int i = 0; i < asked.size(); i++) {
      if (counted.at("/" + i + "/doc_count").asLong(1) == 0) {
        notes.add(note(asked.get(i), others(asked.get(i), counted)));
      }
    }
  }

  private static String others(Asked asked, JsonNode counted) {
    return switch (asked.field()) {
      case SCHEMA ->
          listed(
              counted
                  .at("/all/buckets")
                  .valueStream()
                  .map(bucket -> bucket.path("key").asString())
                  .toList());
      case TYPE ->
          Arrays.stream(TypeFamily.values())
              .map(TypeFamily::jsonName)
              .collect(Collectors.joining(", "));
      default -> "";
    };
  }

  private JsonNode count(List<Asked> asked, SearchRequest request) {
    var body = JSON.createObjectNode();
    body.put("size", 0).put("track_total_hits", false).put("timeout", "5s");
    var query = Queries.object();
    var bool = query.putObject("bool");
    var within = request.filters().getOrDefault(Fields.DATA_SOURCE_ID, List.of());
    if (!within.isEmpty()) {
      bool.withArray("filter").add(Queries.terms(Fields.DATA_SOURCE_ID, within));
    }
    var hidden = sources.now().hidden();
    if (!hidden.isEmpty()) {
      bool.withArray("must_not").add(Queries.terms(Fields.DATA_SOURCE_ID, hidden));
    }
    body.set("query", query);
    var counts = body.putObject("aggs");
    for (int i = 0; i < asked.size(); i++) {
      counts.putObject(String.valueOf(i)).set("filter", asked.get(i).filter());
    }
    if (asked.stream().anyMatch(one -> one.field() == Field.SCHEMA)) {
      counts
          .putObject("all")
          .putObject("terms")
          .put("field", Fields.SCHEMA)
          .put("size", LISTED + 1);
    }
    return server
        .post(
            "/" + IndexAlias.TABLES.alias() + "," + IndexAlias.COLUMNS.alias() + "/_search",
            Map.of("filter_path", "aggregations"),
            body)
        .path("aggregations");
  }

  private static String note(Asked asked, String others) {
    var unknown =
        switch (asked.field()) {
          case TYPE -> "no column has the type " + asked.value();
          case DB -> "no database is called " + asked.value();
          default -> "no " + asked.field().word() + " is called " + asked.value();
        };
    return others.isEmpty() ? unknown : unknown + "; there are " + others;
  }

  private static String listed(List<String> names) {
    return names.stream().limit(LISTED).collect(Collectors.joining(", "))
        + (names.size() > LISTED ? " and others" : "");
  }
}
