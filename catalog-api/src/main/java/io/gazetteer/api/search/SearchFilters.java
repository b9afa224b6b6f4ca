package io.gazetteer.api.search;

import io.gazetteer.api.search.hits.HitKind;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.WantedDataSources;
import io.gazetteer.api.web.Parameters;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.relation.RelationKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the parameters that narrow a search. Thread safe. */
@Component
public final class SearchFilters {
  private static final String KIND = "kind";
  private static final List<String> RELATION_KINDS =
      Arrays.stream(RelationKind.values()).map(RelationKind::jsonName).toList();

  private final DataSourceDirectory sources;

  SearchFilters(DataSourceDirectory sources) {
    this.sources = sources;
  }

  /** What names a database becomes its id. */
  Narrowing read(Parameters parameters) {
    var filters = new LinkedHashMap<String, List<String>>();
    var kinds = kinds(parameters, filters);
    put(filters, Fields.SCHEMA, parameters.all("schema"));
    put(
        filters,
        Fields.TYPE_FAMILY,
        parameters.all("type_family").stream().map(type -> type.toLowerCase(Locale.ROOT)).toList());
    var wanted = WantedDataSources.of(parameters);
    if (!wanted.isAny()) {
      filters.put(Fields.DATA_SOURCE_ID, sources.now().matching(wanted::fits));
    }
    return new Narrowing(kinds, filters);
  }

  /** A table is a relation of any kind, as among the facets and in the query language. */
  private static HitKind kinds(Parameters parameters, Map<String, List<String>> filters) {
    var kind = parameters.find(KIND).map(name -> name.toLowerCase(Locale.ROOT)).orElse("");
    return switch (kind) {
      case "" -> HitKind.ALL;
      case "table" -> HitKind.TABLE;
      case "column" -> HitKind.COLUMN;
      default -> {
        if (!RELATION_KINDS.contains(kind)) {
          parameters.refuse(KIND, "must be column or one of " + String.join(", ", RELATION_KINDS));
        }
        filters.put(Fields.KIND, List.of(kind));
        yield HitKind.TABLE;
      }
    };
  }

  private static void put(Map<String, List<String>> filters, String field, List<String> values) {
    if (!values.isEmpty()) {
      filters.put(field, values);
    }
  }
}
