package io.gazetteer.api.schema;

import io.gazetteer.api.crawls.progress.CrawlView;
import io.gazetteer.api.schema.formats.SchemaFormat;
import io.gazetteer.api.schema.tables.TableIndex;
import io.gazetteer.api.schema.tables.TableLookup;
import io.gazetteer.common.catalog.DataSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Writes what is in a database. Thread safe. */
@Component
final class SchemaWriter {
  private final TableStream stream;
  private final TableIndex index;
  private final SchemaJson json;

  SchemaWriter(TableStream stream, TableIndex index, SchemaJson json) {
    this.stream = stream;
    this.index = index;
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

  /** Writes the tables in another form than JSON. */
  void writeFormatted(
      SchemaQuery query, SchemaPages.Page page, SchemaFormat format, OutputStream out)
      throws IOException {
    var source = query.source();
    var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    var tables = format.open(source.dbName(), source.kind());
    tables.begin(text);
    for (int round = 0; round < tables.rounds(); round++) {
      write(query, page, new FormattedTables(index, query.filter(), tables, round, text));
    }
    text.close();
  }

  private void write(SchemaQuery query, SchemaPages.Page page, TableOutput out) throws IOException {
    if (query.limit() == null) {
      stream.writeAll(query.filter(), page.tables(), out);
    } else {
      stream.write(query.filter(), page.tables(), out);
    }
  }
}
