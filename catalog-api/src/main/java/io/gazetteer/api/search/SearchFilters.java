package io.gazetteer.api.search;

import io.gazetteer.api.sources.SourceDirectory;
import io.gazetteer.api.sources.WantedSources;
import io.gazetteer.api.web.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the parameters that narrow a search. Thread safe. */
@Component
final class SearchFilters {
  static final String DATA_SOURCE = "data_source_id";
  static final String TYPE_FAMILY = "type_family";

  private final SourceDirectory sources;

  SearchFilters(SourceDirectory sources) {
    this.sources = sources;
  }

  /** Fields and the values they may have; what names a database becomes its id. */
  Map<String, List<String>> read(Parameters parameters) {
    var filters = new LinkedHashMap<String, List<String>>();
    put(filters, "schema", parameters.all("schema"));
    put(
        filters,
        TYPE_FAMILY,
        parameters.all("type_family").stream().map(type -> type.toLowerCase(Locale.ROOT)).toList());
    var wanted = WantedSources.of(parameters);
    if (!wanted.isAny()) {
      filters.put(DATA_SOURCE, sources.now().matching(wanted::fits));
    }
    return filters;
  }

  private static void put(Map<String, List<String>> filters, String field, List<String> values) {
    if (!values.isEmpty()) {
      filters.put(field, values);
    }
  }
}
