package io.gazetteer.api.pages.tables;

import io.gazetteer.api.crawls.changes.SchemaChanges;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.SqlNames;
import io.gazetteer.api.schema.tables.CatalogTables;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.common.relation.TableName;
import io.gazetteer.pages.table.TablePage.Field;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** The page of a table, at a path of its names, and texts of it to take away. */
@Controller
final class TablePageController {
  private static final int CHANGES = 10;
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Answers answers;
  private final CatalogTables tables;
  private final TableSurroundings surroundings;
  private final SchemaChanges changes;
  private final GoneTables gone;
  private final DataSourceDirectory sources;
  private final Clock clock;

  TablePageController(
      Answers answers,
      CatalogTables tables,
      TableSurroundings surroundings,
      SchemaChanges changes,
      GoneTables gone,
      DataSourceDirectory sources,
      Clock clock) {
    this.answers = answers;
    this.tables = tables;
    this.surroundings = surroundings;
    this.changes = changes;
    this.gone = gone;
    this.sources = sources;
    this.clock = clock;
  }

  @GetMapping("/db/{database}/{schema}/{table}")
  ResponseEntity<byte[]> table(
      @PathVariable String database,
      @PathVariable String schema,
      @PathVariable String table,
      Visit visit) {
    return answer(visit, database, schema, table, List.of());
  }

  /** For names that no path can have. */
  @GetMapping("/table")
  ResponseEntity<byte[]> tableByParameters(Visit visit) {
    var database = visit.text("db");
    var schema = visit.text("schema");
    var table = visit.text("table");
    return answer(
        visit,
        database,
        schema,
        table,
        List.of(new Field("db", database), new Field("schema", schema), new Field("table", table)));
  }

  private ResponseEntity<byte[]> answer(
      Visit visit, String database, String schema, String name, List<Field> identity) {
    var paths = new TablePath(sources.now());
    var source =
        paths
            .find(database)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "No database is registered under this name, or more than one"));
    var found = tables.find(source.id(), schema, name);
    if (found.isEmpty()) {
      return Optional.of(visit)
          .filter(wanted -> wanted.text("as").isEmpty())
          .flatMap(wanted -> gone.page(wanted, source, paths, new TableName(schema, name)))
          .map(page -> answers.of(page, HttpStatus.GONE))
          .orElseThrow(
              () ->
                  new NotFoundException(
                      "The database has no such table, or no crawl has found it yet"));
    }
    var table = found.get();
    var path = paths.of(source.id().toString(), source.dbName(), schema, name);
    var address = TableAddress.of(visit, path, identity);
    var form = visit.text("as");
    if (!form.isEmpty()) {
      return form.equals("join")
          ? joined(visit, source, table)
          : text(form, table, source.dbType());
    }
    var names = table.path("columns").valueStream().map(column -> column.path("name")).toList();
    var shown =
        new TableViews(
            visit,
            source,
            paths,
            table,
            address,
            names.size() > ColumnParts.AT_ONCE
                ? Map.of()
                : surroundings.occurrences(
                    names.stream().map(column -> column.stringValue("")).toList()));
    var around = new AroundViews(visit, source, paths, address, surroundings);
    return answers.of(
        shown.page(
            around.of(DescribedTable.of(table).name(), identity),
            changes.lastOf(source.id(), schema, name, CHANGES),
            clock.instant()));
  }

  /** A SELECT with a join by one of the foreign keys of this table or another. */
  private ResponseEntity<byte[]> joined(Visit visit, DataSourceEntry source, JsonNode table) {
    var other =
        tables
            .find(source.id(), visit.text("with_schema"), visit.text("with"))
            .orElseThrow(() -> new NotFoundException("The database has no such other table"));
    boolean theirs = visit.text("of").equals("other");
    var key =
        (theirs ? other : table).path("foreign_keys").path(TableAddress.number(visit.text("key")));
    var target = DescribedTable.of(theirs ? table : other).name();
    if (!new DescribedTable.Reference(key).target().equals(target)) {
      throw new NotFoundException("No such key joins the two tables");
    }
    return plain(new TableTexts(table, SqlNames.of(source.dbType())).join(other, key, theirs));
  }

  private static ResponseEntity<byte[]> text(String form, JsonNode table, String dbType) {
    var texts = new TableTexts(table, SqlNames.of(dbType));
    var text =
        switch (form) {
          case "name" -> texts.qualifiedName() + "\n";
          case "select" -> texts.select();
          case "ddl" -> texts.ddl();
          case "markdown" -> texts.markdown();
          default -> throw new NotFoundException("There is no such text of a table");
        };
    return plain(text);
  }

  private static ResponseEntity<byte[]> plain(String text) {
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(CacheControl.noStore())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
