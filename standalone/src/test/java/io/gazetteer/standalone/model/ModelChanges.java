package io.gazetteer.standalone.model;

import static io.gazetteer.standalone.model.ModelDatabase.quoted;

import io.gazetteer.servers.testing.facts.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Thinks of statements that change a database; the same seed and facts give the same one. */
final class ModelChanges {
  private static final List<String> TABLES = List.of("t0", "t1", "t2", "t3", "T0", "né \"t\"");
  private static final List<String> COLUMNS = List.of("id", "Id", "name", "amount", "é \"c");
  private static final List<String> TYPES =
      List.of(
          "integer",
          "bigint",
          "text",
          "character varying(20)",
          "character varying(40)",
          "numeric(9,2)",
          "timestamp with time zone",
          "integer[]");

  private final Random random;

  ModelChanges(Random random) {
    this.random = random;
  }

  String next(Facts facts) {
    if (facts.tables().isEmpty()) {
      return create();
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> create();
      case 2 -> createOnTopOf(facts);
      case 3, 4 -> alter(facts, "add column %s %s".formatted(column(), type()));
      case 5 -> alter(facts, "drop column %s cascade".formatted(column()));
      case 6, 7 ->
          alter(facts, "alter column %1$s type %2$s using null::%2$s".formatted(column(), type()));
      case 8 -> comment(facts);
      case 9 -> drop(facts);
      case 10 -> alter(facts, "rename to " + quoted(any(TABLES)));
      default -> alter(facts, "set schema " + quoted(any(ModelDatabase.SCHEMAS)));
    };
  }

  private String create() {
    var columns = new StringBuilder();
    for (String column : COLUMNS) {
      if (random.nextInt(3) == 0) {
        columns.append(columns.isEmpty() ? "" : ", ").append(quoted(column)).append(' ');
        columns.append(type());
      }
    }
    return "create table %s (%s)".formatted(newName(), columns);
  }

  private String createOnTopOf(Facts facts) {
    var kind = random.nextBoolean() ? "view" : "materialized view";
    return "create %s %s as select * from %s".formatted(kind, newName(), table(facts));
  }

  private String newName() {
    return quoted(any(ModelDatabase.SCHEMAS)) + "." + quoted(any(TABLES));
  }

  private String alter(Facts facts, String change) {
    return "alter table %s %s".formatted(table(facts), change);
  }

  private String comment(Facts facts) {
    return "comment on table %s is 'comment %d'".formatted(table(facts), random.nextInt(100));
  }

  private String drop(Facts facts) {
    return "drop table %s cascade".formatted(table(facts));
  }

  private String table(Facts facts) {
    var tables =
        facts.tables().stream()
            .sorted(Comparator.comparing(Facts.Table::schema).thenComparing(Facts.Table::name))
            .toList();
    var table = any(tables);
    return quoted(table.schema()) + "." + quoted(table.name());
  }

  private String column() {
    return quoted(any(COLUMNS));
  }

  private String type() {
    return any(TYPES);
  }

  private <T> T any(List<T> these) {
    return these.get(random.nextInt(these.size()));
  }
}
