package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.relation.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a row of pg_constraint with its columns. */
record PostgresConstraint(
    long oid, String name, char type, List<Integer> columnNumbers, @Nullable Reference reference) {

  /** Says what a foreign key points at. */
  record Reference(
      String schema,
      String table,
      List<String> columns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate) {}

  /** Adds one row of {@code constraints.sql}, where those of one constraint follow each other. */
  static void collect(CopyRow row, List<PostgresConstraint> constraints) {
    long oid = row.number();
    var name = row.requiredText();
    char type = row.character();
    int column = row.integerOr(0);
    if (constraints.isEmpty() || constraints.getLast().oid() != oid) {
      constraints.add(new PostgresConstraint(oid, name, type, new ArrayList<>(), null));
    }
    var constraint = constraints.getLast();
    if (type == 'f') {
      constraint = constraint.pointingAt(row);
      constraints.set(constraints.size() - 1, constraint);
    }
    if (type != 'c') {
      constraint.columnNumbers.add(column);
    }
  }

  private PostgresConstraint pointingAt(CopyRow row) {
    var schema = row.requiredText();
    var table = row.requiredText();
    var column = row.requiredText();
    var target =
        reference != null
            ? reference
            : new Reference(
                schema, table, new ArrayList<>(), action(row.character()), action(row.character()));
    target.columns().add(column);
    return new PostgresConstraint(oid, name, type, columnNumbers, target);
  }

  private static ReferentialAction action(char letter) {
    return switch (letter) {
      case 'r' -> ReferentialAction.RESTRICT;
      case 'c' -> ReferentialAction.CASCADE;
      case 'n' -> ReferentialAction.SET_NULL;
      case 'd' -> ReferentialAction.SET_DEFAULT;
      default -> ReferentialAction.NO_ACTION;
    };
  }
}
