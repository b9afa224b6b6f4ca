package io.gazetteer.api.schema;

import io.gazetteer.api.schema.formats.SchemaFormat;
import io.gazetteer.api.schema.tables.TableFilter;
import io.gazetteer.api.schema.tables.TableLookupQuery;
import io.gazetteer.api.schema.tables.TableRef;
import io.gazetteer.api.sources.Databases;
import io.gazetteer.api.sources.WantedDataSources;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.FormatParameter;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says which tables of a database are asked for.
 *
 * @param schema null for all
 * @param tables names of tables, alone or behind that of their schema; none for all
 * @param limit null for all tables in one answer
 * @param after null for the first
 */
@FromRequest
record SchemaQuery(
    DataSource source,
    @Nullable String schema,
    List<String> tables,
    @Nullable Integer limit,
    @Nullable TableRef after) {
  private static final int LARGEST_PAGE = 1000;
  private static final String[] FORMATS =
      Stream.concat(Stream.of("json", "ndjson"), SchemaFormat.parameters().stream())
          .toArray(String[]::new);
  private static final Cursor.Shape TABLE =
      new Cursor.Shape(List.of(JsonNode::isString, JsonNode::isString));

  static SchemaQuery of(Parameters parameters, Databases databases) {
    var wanted = WantedDataSources.ofOneName(parameters);
    var limit = parameters.integer("limit", 1, LARGEST_PAGE);
    var cursor = parameters.cursor(TABLE);
    var schema = parameters.find("schema").orElse(null);
    var tables = parameters.all("table");
    FormatParameter.read(parameters, FORMATS);
    parameters.check();
    var after =
        cursor.isEmpty()
            ? null
            : new TableRef("", cursor.get(0).stringValue(), cursor.get(1).stringValue(), 0);
    return new SchemaQuery(databases.find(wanted), schema, tables, limit, after);
  }

  TableFilter filter() {
    var all = TableFilter.of(source.id());
    var ofSchema = schema == null ? all : all.with(Queries.term(Fields.SCHEMA, schema));
    return tables.isEmpty()
        ? ofSchema
        : ofSchema.with(Queries.anyOf(tables.stream().map(TableLookupQuery::anyWay).toList()));
  }

  /** Narrows the query to one of its tables. */
  SchemaQuery only(String table) {
    return new SchemaQuery(source, schema, List.of(table), limit, null);
  }
}
