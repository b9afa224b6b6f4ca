package io.gazetteer.api.pages.tables;

import io.gazetteer.api.crawls.changes.SchemaChange;
import io.gazetteer.api.pages.ChangeTexts;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.search.joins.Referrers;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.common.relation.TableName;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.table.TablePage;
import io.gazetteer.pages.table.TablePage.ChangeView;
import io.gazetteer.pages.table.TablePage.ColumnView;
import io.gazetteer.pages.table.TablePage.Fact;
import io.gazetteer.pages.table.TablePage.Header;
import io.gazetteer.pages.table.TablePage.Keys;
import io.gazetteer.pages.table.TablePage.Paths;
import io.gazetteer.pages.table.TablePage.Picture;
import io.gazetteer.pages.table.TablePage.Relatives;
import io.gazetteer.pages.table.TablePage.Take;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows one table of one data source, as someone visits it. */
final class TableViews {
  private final Visit visit;
  private final DataSourceEntry source;
  private final TablePath paths;
  private final JsonNode table;
  private final TableAddress address;
  private final Map<String, Long> occurrences;
  private final Map<String, JsonNode> foreignKeys = new HashMap<>();
  private final Set<String> unique = new HashSet<>();

  TableViews(
      Visit visit,
      DataSourceEntry source,
      TablePath paths,
      JsonNode table,
      TableAddress address,
      Map<String, Long> occurrences) {
    this.visit = visit;
    this.source = source;
    this.paths = paths;
    this.table = table;
    this.address = address;
    this.occurrences = occurrences;
    // A column of several keys shows the one that says most about it: the one with fewest columns.
    table
        .path("foreign_keys")
        .valueStream()
        .sorted(Comparator.comparingInt(key -> key.path("columns").size()))
        .forEach(
            key ->
                key.path("columns")
                    .forEach(name -> foreignKeys.putIfAbsent(name.stringValue(""), key)));
    for (JsonNode key : table.path("unique_constraints")) {
      if (key.path("columns").size() == 1) {
        unique.add(key.path("columns").path(0).stringValue(""));
      }
    }
  }

  TablePage page(Around around, List<SchemaChange> changes, Instant now) {
    var name = text(table, "name");
    var keys = new KeyViews(DescribedTable.of(table), address, this::link);
    return new TablePage(
        visit.frame(name, "search"),
        header(now),
        new ColumnParts(address, this::column).of(table.path("columns")),
        new Keys(keys.keys(), keys.references(), keys.exclusions(), keys.checks(), keys.indexes()),
        referrers(keys, around),
        around.partitions(),
        around.readers(),
        around.picture(),
        around.paths(),
        table.path("view_definition").isString() ? text(table, "view_definition") : null,
        changes.stream().map(change -> change(change, now)).toList());
  }

  /**
   * What is around the table.
   *
   * @param from how many referring tables are left out before
   */
  record Around(
      @Nullable Picture picture,
      Paths paths,
      Referrers.Part referrers,
      int from,
      Relatives partitions,
      Relatives readers) {}

  private TablePage.Referrers referrers(KeyViews keys, Around around) {
    var part = around.referrers();
    int end = around.from() + part.tables().size();
    return new TablePage.Referrers(
        keys.referrers(part.tables()),
        Texts.number(part.total()),
        end < part.total() && !part.tables().isEmpty() ? address.referrersFrom(end) : null,
        around.from() == 0 ? null : address.referrersFrom(0));
  }

  private Header header(Instant now) {
    var links = visit.links();
    var kind = text(table, "kind");
    var comment = text(table, "comment");
    var schema = text(table, "schema");
    return new Header(
        text(table, "name"),
        kind,
        kind.replace('_', ' '),
        source.dbName(),
        links.to("databases/" + source.id()),
        schema,
        links.to(
            "search?q=kind%3Atable&db_name="
                + Links.encoded(source.dbName())
                + "&schema="
                + Links.encoded(schema)),
        comment.isEmpty() ? null : comment,
        facts(now),
        table.path("unknown").valueStream().map(KeyTexts::unknown).toList(),
        List.of(
            new Take("Name", address.as("name"), false),
            new Take("SELECT", address.as("select"), false),
            new Take("DDL", address.as("ddl"), false),
            new Take("Markdown", address.as("markdown"), false),
            new Take("Link", address.link(), true)),
        diagramLink());
  }

  private String diagramLink() {
    return visit.links().to(paths.diagram(source.id().toString(), source.dbName()))
        + "?schema="
        + Links.encoded(text(table, "schema"))
        + "&table="
        + Links.encoded(text(table, "name"));
  }

  private List<Fact> facts(Instant now) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Columns", Texts.number(table.path("columns").size()), null));
    if (table.path("row_estimate").isNumber()) {
      facts.add(
          new Fact("Rows", "about " + Texts.number(table.path("row_estimate").asLong()), null));
    }
    facts.add(new Fact("Host", source.hostname(), null));
    facts.add(new Fact("Server", source.dbType(), null));
    var crawled = text(table, "crawled_at");
    if (!crawled.isEmpty()) {
      facts.add(new Fact("Last change read", Texts.ago(Instant.parse(crawled), now), null));
    }
    var parent = text(table, "partition_of");
    if (!parent.isEmpty()) {
      int dot = parent.indexOf('.');
      facts.add(
          new Fact(
              "Partition of",
              parent,
              dot < 0
                  ? null
                  : link(new TableName(parent.substring(0, dot), parent.substring(dot + 1)))));
    }
    var partitionKey = text(table, "partition_key");
    if (!partitionKey.isEmpty()) {
      facts.add(new Fact("Partitioned by", partitionKey, null));
    }
    for (JsonNode inherited : table.path("inherits")) {
      var name = inherited.stringValue("");
      int dot = name.indexOf('.');
      facts.add(
          new Fact(
              "Inherits",
              name,
              dot < 0
                  ? null
                  : link(new TableName(name.substring(0, dot), name.substring(dot + 1)))));
    }
    if (table.path("extension").isString()) {
      facts.add(new Fact("Extension", text(table, "extension"), null));
    }
    return facts;
  }

  private ColumnView column(JsonNode column) {
    var name = text(column, "name");
    var key = foreignKeys.get(name);
    long others = occurrences.getOrDefault(name.toLowerCase(Locale.ROOT), 0L);
    return new ColumnView(
        column.path("position").asInt(0),
        name,
        type(column),
        column.path("nullable").asBoolean(true),
        column.path("primary_key").asBoolean(false),
        key == null ? null : target(key),
        key == null ? null : targetLink(key),
        unique.contains(name),
        value(column),
        text(column, "comment"),
        column.path("enum_values").valueStream().map(value -> value.stringValue("")).toList(),
        name.equals(address.column()),
        visit.links().to("search?q=" + Links.encoded('"' + name.replace("\"", "") + '"')),
        others > 1 ? Texts.number(others - 1) : "");
  }

  private static String type(JsonNode column) {
    var remark = text(column, "type_remark");
    return text(column, "data_type") + (remark.isEmpty() ? "" : " " + remark);
  }

  private static String value(JsonNode column) {
    if (column.path("generated").isString()) {
      var when = text(column, "generated_as");
      return "generated" + (when.isEmpty() ? "" : ", " + when) + ": " + text(column, "generated");
    }
    if (column.path("identity").isString()) {
      return "identity, " + text(column, "identity").replace('_', ' ');
    }
    var onUpdate = text(column, "on_update");
    return text(column, "default") + (onUpdate.isEmpty() ? "" : " on update " + onUpdate);
  }

  private String target(JsonNode key) {
    var schema = text(key, "referenced_schema");
    var name = text(key, "referenced_table");
    return schema.equals(text(table, "schema")) ? name : schema + "." + name;
  }

  private @Nullable String targetLink(JsonNode key) {
    return link(new TableName(text(key, "referenced_schema"), text(key, "referenced_table")));
  }

  private String link(TableName other) {
    return visit
        .links()
        .to(paths.of(source.id().toString(), source.dbName(), other.schema(), other.table()));
  }

  static ChangeView change(SchemaChange change, Instant now) {
    var column = change.column();
    return new ChangeView(
        Texts.ago(change.at(), now),
        (column == null ? "" : column + ": ") + ChangeTexts.what(change.change()),
        ChangeTexts.value(change.before()),
        ChangeTexts.value(change.after()));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).stringValue("");
  }
}
