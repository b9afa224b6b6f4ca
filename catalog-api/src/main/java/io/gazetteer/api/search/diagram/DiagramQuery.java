package io.gazetteer.api.search.diagram;

import io.gazetteer.api.sources.Databases;
import io.gazetteer.api.sources.WantedDataSources;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says which diagram is asked for.
 *
 * @param table as it was asked for: its name, or {@code schema.table}; null for groups of tables
 * @param form null when the caller did not name one
 */
@FromRequest
record DiagramQuery(
    DataSource source,
    @Nullable String schema,
    @Nullable String table,
    int depth,
    List<String> expanded,
    int from,
    boolean allColumns,
    @Nullable DiagramForm form) {
  private static final List<String> COLUMNS = List.of("keys", "all");

  static DiagramQuery of(Parameters parameters, Databases databases) {
    var wanted = WantedDataSources.ofOneName(parameters);
    var schema = parameters.find("schema").orElse(null);
    var table = parameters.find("table").orElse(null);
    var depth = parameters.integer("depth", 1, DiagramRequest.MOST_DEPTH);
    var expanded = parameters.all("expand");
    if (expanded.size() > DiagramRequest.MOST_EXPANDED) {
      parameters.refuse("expand", "names more than " + DiagramRequest.MOST_EXPANDED + " tables");
    }
    var from = parameters.integer("from", 0, DiagramRequest.MOST_FROM);
    var columns = parameters.find("columns").orElse("keys");
    if (!COLUMNS.contains(columns)) {
      parameters.refuse("columns", "must be one of " + String.join(", ", COLUMNS));
    }
    var form = form(parameters, table != null);
    parameters.check();
    return new DiagramQuery(
        databases.find(wanted),
        schema,
        table,
        depth == null ? 1 : depth,
        expanded,
        Objects.requireNonNullElse(from, 0),
        columns.equals("all"),
        form);
  }

  private static @Nullable DiagramForm form(Parameters parameters, boolean ofTable) {
    var given = parameters.find("format").orElse(null);
    if (given == null) {
      return null;
    }
    var form = DiagramForm.lookup(given).orElse(null);
    if (form == null) {
      parameters.refuse("format", "must be one of " + String.join(", ", DiagramForm.parameters()));
    } else if (form.isOfTables() && !ofTable) {
      parameters.refuse("format", "writes the tables around one; name it as table");
    }
    return form;
  }

  /** Says what is to be drawn, around this table. */
  DiagramRequest request(@Nullable TableName focus) {
    return new DiagramRequest(
        focus, focus == null ? schema : null, depth, expanded, from, allColumns);
  }
}
