package io.gazetteer.api.search;

import io.gazetteer.api.web.Parameters;
import io.gazetteer.common.catalog.DataSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    databases(parameters).ifPresent(ids -> filters.put(DATA_SOURCE, ids));
    return filters;
  }

  private Optional<List<String>> databases(Parameters parameters) {
    var id = parameters.uuid("id");
    var hostname = parameters.find("hostname").map(host -> host.toLowerCase(Locale.ROOT));
    var port = parameters.integer("port", 1, MOST_PORT);
    var dbName = parameters.find("db_name");
    if (dbName.isEmpty()) {
      return Optional.ofNullable(id).map(only -> List.of(only.toString()));
    }
    return dbName.map(
        name ->
            sources.named(name).stream()
                .filter(source -> id == null || id.equals(source.id()))
                .filter(source -> hostname.isEmpty() || hostname.get().equals(source.hostname()))
                .filter(source -> port == null || port == source.port())
                .map(DataSource::id)
                .map(Object::toString)
                .toList());
  }
}
