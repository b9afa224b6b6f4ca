package io.gazetteer.api.pages.tables;

import io.gazetteer.api.crawls.changes.SchemaChange;
import io.gazetteer.api.pages.ChangeTexts;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.table.TablePage;
import io.gazetteer.pages.table.TablePage.ChangeView;
import io.gazetteer.pages.table.TablePage.ColumnView;
import io.gazetteer.pages.table.TablePage.Fact;
import io.gazetteer.pages.table.TablePage.Header;
import io.gazetteer.pages.table.TablePage.KeyView;
import io.gazetteer.pages.table.TablePage.Take;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows one table of one data source, as someone visits it. */
final class TableViews {
  private final Visit visit;
  private final DataSourceEntry source;
  private final TablePath paths;
  private final JsonNode table;
  private final TableAddress address;
  private final Map<String, JsonNode> foreignKeys = new HashMap<>();
  private final Set<String> unique = new HashSet<>();

  TableViews(
      Visit visit, DataSourceEntry source, TablePath paths, JsonNode table, TableAddress address) {
    this.visit = visit;
    this.source = source;
    this.paths = paths;
    this.table = table;
    this.address = address;
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

  TablePage page(List<SchemaChange> changes, Instant now) {
    var name = text(table, "name");
    return new TablePage(
        visit.frame(name, "search"),
        header(now),
        new ColumnParts(address, this::column).of(table.path("columns")),
        keys(),
        references(),
        indexes(),
        checks(),
        table.path("view_definition").isString() ? text(table, "view_definition") : null,
        changes.stream().map(change -> change(change, now)).toList());
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
        List.of(
            new Take("Name", address.as("name")),
            new Take("SELECT", address.as("select")),
            new Take("DDL", address.as("ddl")),
            new Take("Markdown", address.as("markdown"))));
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
              dot < 0 ? null : link(parent.substring(0, dot), parent.substring(dot + 1))));
    }
    var partitionKey = text(table, "partition_key");
    if (!partitionKey.isEmpty()) {
      facts.add(new Fact("Partitioned by", partitionKey, null));
    }
    return facts;
  }

  private ColumnView column(JsonNode column) {
    var name = text(column, "name");
    var key = foreignKeys.get(name);
    return new ColumnView(
        column.path("position").asInt(0),
        name,
        text(column, "data_type"),
        column.path("nullable").asBoolean(true),
        column.path("primary_key").asBoolean(false),
        key == null ? null : target(key),
        key == null ? null : targetLink(key),
        unique.contains(name),
        value(column),
        text(column, "comment"),
        column.path("enum_values").valueStream().map(value -> value.stringValue("")).toList(),
        name.equals(address.column()),
        visit.links().to("search?q=" + Links.encoded('"' + name.replace("\"", "") + '"')));
  }

  private static String value(JsonNode column) {
    if (column.path("generated").isString()) {
      return "generated: " + text(column, "generated");
    }
    if (column.path("identity").isString()) {
      return "identity, " + text(column, "identity").replace('_', ' ');
    }
    return text(column, "default");
  }

  private List<KeyView> keys() {
    var keys = new ArrayList<KeyView>();
    var primary = table.path("primary_key");
    if (primary.isObject()) {
      keys.add(new KeyView(text(primary, "name"), columns(primary), null, null, "primary key"));
    }
    for (JsonNode key : table.path("unique_constraints")) {
      keys.add(new KeyView(text(key, "name"), columns(key), null, null, "unique"));
    }
    return keys;
  }

  private List<KeyView> references() {
    return table
        .path("foreign_keys")
        .valueStream()
        .map(
            key ->
                new KeyView(
                    text(key, "name"),
                    columns(key),
                    target(key) + columnsOf(key.path("referenced_columns")),
                    targetLink(key),
                    actions(key)))
        .toList();
  }

  private static String actions(JsonNode key) {
    var delete = text(key, "on_delete");
    var update = text(key, "on_update");
    var words = new ArrayList<String>();
    if (!delete.isEmpty() && !delete.equals("no_action")) {
      words.add("on delete " + delete.replace('_', ' '));
    }
    if (!update.isEmpty() && !update.equals("no_action")) {
      words.add("on update " + update.replace('_', ' '));
    }
    return String.join(", ", words);
  }

  private List<KeyView> indexes() {
    return table
        .path("indexes")
        .valueStream()
        .map(
            index ->
                new KeyView(
                    text(index, "name"),
                    columns(index),
                    null,
                    null,
                    text(index, "method")
                        + (index.path("unique").asBoolean(false) ? ", unique" : "")
                        + (text(index, "predicate").isEmpty()
                            ? ""
                            : ", where " + text(index, "predicate"))))
        .toList();
  }

  private List<KeyView> checks() {
    return table
        .path("check_constraints")
        .valueStream()
        .map(check -> new KeyView(text(check, "name"), text(check, "expression"), null, null, ""))
        .toList();
  }

  private String target(JsonNode key) {
    var schema = text(key, "referenced_schema");
    var name = text(key, "referenced_table");
    return schema.equals(text(table, "schema")) ? name : schema + "." + name;
  }

  private @Nullable String targetLink(JsonNode key) {
    return link(text(key, "referenced_schema"), text(key, "referenced_table"));
  }

  private String link(String schema, String name) {
    return visit.links().to(paths.of(source.id().toString(), source.dbName(), schema, name));
  }

  private static String columns(JsonNode key) {
    return key.path("columns")
        .valueStream()
        .map(column -> column.stringValue(""))
        .collect(Collectors.joining(", "));
  }

  private static String columnsOf(JsonNode names) {
    return names
        .valueStream()
        .map(column -> column.stringValue(""))
        .collect(Collectors.joining(", ", " (", ")"));
  }

  private static ChangeView change(SchemaChange change, Instant now) {
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
