package io.gazetteer.benchmarks.questions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions and the tables that each needs. A file has {@code {"databases": {database: {table:
 * {"columns": [[name, type, comment]], "pk": [...], "fk": [[column, table, column]]}}},
 * "questions": [{"db", "q", "tables"}]}}; each database becomes a schema.
 */
record QuestionSet(String name, List<Table> tables, List<Question> questions) {
  /** What PostgreSQL keeps of a name. */
  private static final int LONGEST = 63;

  /** A table of a schema, its columns with their comments. */
  record Table(
      String schema, String name, List<Column> columns, List<String> key, JsonNode refers) {
    String path() {
      return cut(schema) + '.' + cut(name);
    }
  }

  /** A column; the comment is empty when there is none. */
  record Column(String name, String type, String comment) {}

  /** A question and the paths of the tables that it needs, in lower case. */
  record Question(String text, Set<String> tables) {}

  static QuestionSet read(Path file) throws IOException {
    var json = JsonMapper.shared().readTree(Files.readString(file));
    var tables = new ArrayList<Table>();
    json.path("databases")
        .properties()
        .forEach(
            database ->
                database
                    .getValue()
                    .properties()
                    .forEach(
                        table ->
                            tables.add(
                                table(database.getKey(), table.getKey(), table.getValue()))));
    var questions = new ArrayList<Question>();
    for (JsonNode one : json.path("questions")) {
      var needed = new HashSet<String>();
      one.path("tables")
          .forEach(
              table ->
                  needed.add(
                      (cut(one.path("db").asString()) + '.' + cut(table.asString()))
                          .toLowerCase(Locale.ROOT)));
      questions.add(new Question(one.path("q").asString(), Set.copyOf(needed)));
    }
    var name = file.getFileName().toString().replace(".json", "");
    return new QuestionSet(name, List.copyOf(tables), List.copyOf(questions));
  }

  private static Table table(String schema, String name, JsonNode json) {
    var columns = new ArrayList<Column>();
    var seen = new HashSet<String>();
    for (JsonNode column : json.path("columns")) {
      var own = column.path(0).asString();
      var comment = column.path(2).asString("");
      if (seen.add(own.toLowerCase(Locale.ROOT))) {
        columns.add(
            new Column(
                own,
                column.path(1).asString(""),
                comment.equals("*") || comment.equals(own) ? "" : comment));
      }
    }
    var key = json.path("pk").valueStream().map(JsonNode::asString).distinct().toList();
    return new Table(schema, name, List.copyOf(columns), key, json.path("fk"));
  }

  static String cut(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }
}
