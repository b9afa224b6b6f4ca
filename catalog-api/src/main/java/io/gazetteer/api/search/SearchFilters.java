package io.gazetteer.api.search;

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
  private static final int MOST_PORT = 65_535;

  private final SourceDirectory sources;

  SearchFilters(SourceDirectory sources) {
    this.sources = sources;
  }

  /** Fields and the values they may have; what names a database becomes its id. */
  Map<String, List<String>> read(Parameters parameters) {
    var filters = new LinkedHashMap<String, List<String>>();
    parameters.find("schema").ifPresent(schema -> filters.put("schema", List.of(schema)));
    parameters
        .find("type_family")
        .ifPresent(type -> filters.put("type_family", List.of(type.toLowerCase(Locale.ROOT))));
    var named =
        new SourceDirectory.Filter(
            parameters.uuid("id"),
            parameters.find("db_name").orElse(null),
            parameters.find("hostname").map(host -> host.toLowerCase(Locale.ROOT)).orElse(null),
            parameters.integer("port", 1, MOST_PORT));
    if (!named.isEmpty()) {
      filters.put(DATA_SOURCE, sources.matching(named));
    }
    return filters;
  }
}
