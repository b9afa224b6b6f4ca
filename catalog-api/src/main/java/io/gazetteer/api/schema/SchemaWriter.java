package io.gazetteer.api.schema;

import io.gazetteer.api.crawls.progress.CrawlView;
import io.gazetteer.common.catalog.DataSource;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Writes what is in a database. Thread safe. */
@Component
final class SchemaWriter {
  private final TableStream stream;
  private final SchemaJson json;

  SchemaWriter(TableStream stream, SchemaJson json) {
    this.stream = stream;
    this.json = json;
  }

  /** Writes the database and the tables that a lookup found. */
  void writeTables(DataSource source, TableLookup.Found found, OutputStream out)
      throws IOException {
    var head = json.open(out);
    head.writeStartObject();
    SchemaJson.writeDatabase(source, head);
    head.writeArrayPropertyStart("tables");
    head.flush();
    var tables = TableOutput.elements(out);
    tables.write(found.first());
    var rest = found.rest();
    if (rest != null) {
      stream.writeFrom(rest, found.end(), tables);
    }
    head.writeEndArray();
    head.writeEndObject();
    head.close();
  }

  /** Writes the database with one table, which is no document of now. */
  void writeTable(DataSource source, JsonNode table, OutputStream out) {
    try (var head = json.open(out)) {
      head.writeStartObject();
      SchemaJson.writeDatabase(source, head);
      head.writeArrayPropertyStart("tables");
      head.writePOJO(table);
      head.writeEndArray();
      head.writeEndObject();
    }
  }

  /** Writes the database with a page of its tables, or all of them. */
  void writeSchema(
      SchemaQuery query, @Nullable CrawlView crawl, SchemaPages.Page page, OutputStream out)
      throws IOException {
    var head = json.open(out);
    head.writeStartObject();
    SchemaJson.writeDatabase(query.source(), head);
    head.writePOJOProperty("crawl", crawl);
    head.writeNumberProperty("table_count", page.total());
    head.writeArrayPropertyStart("tables");
    head.flush();
    write(query, page, TableOutput.elements(out));
    head.writeEndArray();
    head.writeStringProperty("next_cursor", page.nextCursor());
    head.writeEndObject();
    head.close();
  }

  /** Writes the tables only, a line for each. */
  void writeLines(SchemaQuery query, SchemaPages.Page page, OutputStream out) throws IOException {
    write(query, page, TableOutput.lines(out));
    out.close();
  }

  private void write(SchemaQuery query, SchemaPages.Page page, TableOutput out) throws IOException {
    if (query.limit() == null) {
      stream.writeAll(query.filter(), page.tables(), out);
    } else {
      stream.write(query.filter(), page.tables(), out);
    }
  }
}
