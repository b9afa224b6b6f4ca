package io.gazetteer.benchmarks.agents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions with the tables that each needs, and the schemas of these tables: {@code {"databases":
 * {schema: {table: {"columns": [[name, type, comment]], "pk": [...], "fk": [[column, table,
 * column]]}}}, "questions": [{"db", "q", "tables"}]}}.
 */
record QuestionSet(String name, JsonNode json) {
  /** PostgreSQL cuts longer names. */
  private static final int LONGEST_NAME = 63;

  /** A question, the paths of its tables, and the conditions of the keys between them. */
  record Question(String text, List<String> tables, List<String> joins) {}

  static QuestionSet read(Path file) throws IOException {
    var name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    return new QuestionSet(name, JsonMapper.shared().readTree(Files.readString(file)));
  }

  List<Question> questions() {
    var questions = new ArrayList<Question>();
    for (JsonNode one : json.path("questions")) {
      var schema = one.path("db").asString();
      var tables = one.path("tables").valueStream().map(JsonNode::asString).toList();
      var joins = new ArrayList<String>();
      for (String table : tables) {
        for (JsonNode key : json.path("databases").path(schema).path(table).path("fk")) {
          if (tables.contains(key.path(1).asString()) && !table.equals(key.path(1).asString())) {
            joins.add(
                cut(key.path(0).asString())
                    + " = "
                    + cut(schema)
                    + '.'
                    + cut(key.path(1).asString())
                    + '.'
                    + cut(key.path(2).asString()));
          }
        }
      }
      questions.add(
          new Question(
              one.path("q").asString(),
              tables.stream().map(table -> cut(schema) + '.' + cut(table)).toList(),
              joins));
    }
    return questions;
  }

  /** Returns the statements that make the tables; the keys come after all tables. */
  List<String> statements() {
    var statements = new ArrayList<String>();
    var keys = new ArrayList<String>();
    json.path("databases")
        .properties()
        .forEach(
            schema -> {
              statements.add("create schema " + quoted(schema.getKey()));
              schema
                  .getValue()
                  .properties()
                  .forEach(
                      table ->
                          add(
                              quoted(schema.getKey()),
                              table.getKey(),
                              table.getValue(),
                              statements,
                              keys));
            });
    statements.addAll(keys);
    return statements;
  }

  private static void add(
      String schema, String name, JsonNode table, List<String> statements, List<String> keys) {
    var path = schema + '.' + quoted(name);
    var seen = new HashSet<String>();
    var columns = new ArrayList<String>();
    for (JsonNode column : table.path("columns")) {
      if (seen.add(column.path(0).asString().toLowerCase(Locale.ROOT))) {
        columns.add(quoted(column.path(0).asString()) + ' ' + type(column.path(1).asString()));
      }
    }
    statements.add("create table " + path + " (" + String.join(", ", columns) + ")");
    if (!table.path("pk").isEmpty()) {
      keys.addFirst(
          "alter table "
              + path
              + " add primary key ("
              + table
                  .path("pk")
                  .valueStream()
                  .map(column -> quoted(column.asString()))
                  .distinct()
                  .collect(Collectors.joining(", "))
              + ")");
    }
    for (JsonNode column : table.path("columns")) {
      var comment = column.path(2).asString("");
      if (!comment.isEmpty() && !comment.equals("*")) {
        statements.add(
            "comment on column %s.%s is '%s'"
                .formatted(path, quoted(column.path(0).asString()), comment.replace("'", "''")));
      }
    }
    for (JsonNode key : table.path("fk")) {
      keys.add(
          "alter table %s add foreign key (%s) references %s.%s (%s)"
              .formatted(
                  path,
                  quoted(key.path(0).asString()),
                  schema,
                  quoted(key.path(1).asString()),
                  quoted(key.path(2).asString())));
    }
  }

  private static String type(String type) {
    var name = type.toLowerCase(Locale.ROOT);
    if (name.startsWith("date") || name.contains("time")) {
      return "timestamp";
    }
    return List.of("text", "others", "boolean").contains(name) || name.contains("char")
        ? "text"
        : "numeric";
  }

  private static String quoted(String name) {
    return '"' + cut(name).replace("\"", "\"\"") + '"';
  }

  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }
}
