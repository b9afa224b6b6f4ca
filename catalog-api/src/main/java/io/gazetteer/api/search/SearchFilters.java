package io.gazetteer.api.search;

import io.gazetteer.api.web.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    put(filters, "schema", parameters.all("schema"));
    put(
        filters,
        "type_family",
        parameters.all("type_family").stream().map(type -> type.toLowerCase(Locale.ROOT)).toList());
    var wanted =
        new Wanted(
            parameters.uuid("id"),
            parameters.all("db_name"),
            parameters.find("hostname").map(host -> host.toLowerCase(Locale.ROOT)).orElse(null),
            parameters.integer("port", 1, MOST_PORT));
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

  /** What names data sources; null and none fit any. */
  private record Wanted(
      @Nullable UUID id, List<String> dbNames, @Nullable String hostname, @Nullable Integer port) {
    boolean isAny() {
      return id == null && dbNames.isEmpty() && hostname == null && port == null;
    }

    boolean fits(Source source) {
      return (id == null || id.equals(source.id()))
          && (dbNames.isEmpty() || dbNames.contains(source.dbName()))
          && (hostname == null || hostname.equals(source.hostname()))
          && (port == null || port == source.port());
    }
  }
}
