package io.gazetteer.standalone.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The API's tables in the words of JDBC metadata. */
public final class ApiFacts {
  private static final Map<String, String> KINDS =
      Map.of(
          "table", "TABLE",
          "partition", "TABLE",
          "partitioned_table", "PARTITIONED TABLE",
          "view", "VIEW",
          "materialized_view", "MATERIALIZED VIEW",
          "foreign_table", "FOREIGN TABLE");

  private ApiFacts() {}

  public static Map<String, TableFacts> of(Map<String, JsonNode> tables, TargetDatabase database) {
    var facts = new TreeMap<String, TableFacts>();
    tables.forEach((name, table) -> facts.put(name, facts(table, database)));
    return facts;
  }

  private static TableFacts facts(JsonNode table, TargetDatabase database) {
    var columns = new ArrayList<String>();
    for (var column : table.get("columns")) {
      var type = column.get("data_type").asString();
      columns.add(
          TableFacts.column(
              column.get("name").asString(),
              database.isPostgres()
                  ? TypeWords.ofPostgresSource(type)
                  : TypeWords.ofMySqlSource(type),
              column.get("nullable").asBoolean()));
    }
    return new TableFacts(
        kind(table, database),
        columns,
        texts(table.path("primary_key").path("columns")),
        foreignKeys(table),
        indexes(table));
  }

  /** MySQL's driver knows no partitioned tables. */
  private static String kind(JsonNode table, TargetDatabase database) {
    var kind = KINDS.getOrDefault(table.get("kind").asString(), "?");
    return database.isPostgres() ? kind : kind.replace("PARTITIONED ", "");
  }

  private static SortedSet<String> foreignKeys(JsonNode table) {
    var keys = new TreeSet<String>();
    for (var key : table.path("foreign_keys")) {
      keys.add(
          TableFacts.foreignKey(
              key.get("name").asString(),
              texts(key.get("columns")),
              key.get("referenced_schema").asString()
                  + "."
                  + key.get("referenced_table").asString(),
              texts(key.get("referenced_columns")),
              rule(key.get("on_delete")) + "/" + rule(key.get("on_update"))));
    }
    return keys;
  }

  /** Drivers disagree on which refusal is which. */
  private static String rule(JsonNode rule) {
    var word = rule.asString().replace('_', ' ');
    return word.equals("no action") || word.equals("restrict") ? "refuse" : word;
  }

  private static SortedSet<String> indexes(JsonNode table) {
    var indexes = new TreeSet<String>();
    for (var index : table.path("indexes")) {
      indexes.add(TableFacts.index(index.get("name").asString(), index.get("unique").asBoolean()));
    }
    return indexes;
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(item -> texts.add(item.asString()));
    return List.copyOf(texts);
  }
}
