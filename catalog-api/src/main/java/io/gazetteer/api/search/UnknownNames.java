package io.gazetteer.api.search;

import io.gazetteer.api.search.query.Query;
import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.query.Wildcards;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says why a search with names of databases, schemas or tables has no hits: nothing is called so.
 * It asks the index only then. Thread safe.
 */
@Component
final class UnknownNames {
  private static final int LISTED = 8;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexServer server;
  private final DataSourceDirectory sources;

  UnknownNames(IndexServer server, DataSourceDirectory sources) {
    this.server = server;
    this.sources = sources;
  }

  /** A sentence for each name that nothing has. */
  List<String> of(SearchRequest request) {
    var notes = new ArrayList<String>();
    for (String name : values(request, Field.DB)) {
      if (sources.now().named(name).isEmpty()) {
        notes.add(note("database", name, databases()));
      }
    }
    if (request.filters().getOrDefault(Fields.DATA_SOURCE_ID, List.of("any")).isEmpty()) {
      notes.add("no database has this db_name, id, hostname and port; there are " + databases());
    }
    var schemas = new ArrayList<>(values(request, Field.SCHEMA));
    schemas.addAll(request.filters().getOrDefault(Fields.SCHEMA, List.of()));
    addUnknown("schema", schemas, request, notes);
    addUnknown("table", values(request, Field.TABLE), request, notes);
    return notes;
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

  private void addUnknown(
      String what, List<String> names, SearchRequest request, List<String> notes) {
    if (names.isEmpty()) {
      return;
    }
    var counted = count(what, names, request);
    for (int i = 0; i < names.size(); i++) {
      if (counted.at("/" + i + "/doc_count").asLong(1) == 0) {
        var others =
            counted
                .at("/all/buckets")
                .valueStream()
                .map(bucket -> bucket.path("key").asString())
                .toList();
        notes.add(note(what, names.get(i), listed(others)));
      }
    }
  }

  private JsonNode count(String what, List<String> names, SearchRequest request) {
    boolean isSchema = what.equals("schema");
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
    for (int i = 0; i < names.size(); i++) {
      counts.putObject(String.valueOf(i)).set("filter", called(names.get(i), isSchema));
    }
    if (isSchema) {
      counts
          .putObject("all")
          .putObject("terms")
          .put("field", Fields.SCHEMA)
          .put("size", LISTED + 1);
    }
    return server
        .post(
            "/" + IndexAlias.TABLES.alias() + "/_search",
            Map.of("filter_path", "aggregations"),
            body)
        .path("aggregations");
  }

  /** A table may be asked for by the words of its name; only whole names are looked up. */
  private static ObjectNode called(String name, boolean isSchema) {
    var field = isSchema ? Fields.SCHEMA : Fields.NAME;
    var own = isSchema ? name : name.substring(name.lastIndexOf('.') + 1);
    return Wildcards.areIn(own)
        ? Queries.wildcardInAnyCase(field, own)
        : Queries.termInAnyCase(field, own);
  }

  private static List<String> values(SearchRequest request, Field field) {
    return Stream.concat(
            request.text().names().stream().flatMap(UnknownNames::qualifiers),
            request.text().question().stream()
                .filter(question -> request.text().names().isEmpty())
                .flatMap(question -> question.conditions().stream())
                .flatMap(UnknownNames::qualifiers))
        .filter(qualifier -> qualifier.field() == field)
        .flatMap(qualifier -> qualifier.values().stream())
        .distinct()
        .toList();
  }

  private static Stream<Query.Qualifier> qualifiers(Query query) {
    return switch (query) {
      case Query.Qualifier qualifier -> Stream.of(qualifier);
      case Query.And and -> and.queries().stream().flatMap(UnknownNames::qualifiers);
      case Query.Or or -> or.queries().stream().flatMap(UnknownNames::qualifiers);
      default -> Stream.of();
    };
  }

  private static String note(String what, String name, String others) {
    var unknown = "no " + what + " is called " + name;
    return others.isEmpty() ? unknown : unknown + "; there are " + others;
  }

  private static String listed(List<String> names) {
    return names.stream().limit(LISTED).collect(Collectors.joining(", "))
        + (names.size() > LISTED ? " and others" : "");
  }
}
