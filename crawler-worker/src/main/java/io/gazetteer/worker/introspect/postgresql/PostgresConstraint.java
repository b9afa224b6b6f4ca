package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.relation.ReferentialAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a row of pg_constraint with its columns. */
record PostgresConstraint(
    long oid, String name, char type, Rule rule, List<Integer> columnNumbers, Details details) {

  /**
   * Says when the constraint holds, and by which index.
   *
   * @param index 0 for none
   * @param overlap whether the last column is a time: without overlaps, or to be covered
   */
  record Rule(
      long index,
      boolean deferrable,
      boolean initiallyDeferred,
      boolean validated,
      boolean enforced,
      boolean overlap) {}

  /** Holds what only some kinds have. */
  private static final class Details {
    private final List<String> operators = new ArrayList<>();
    private @Nullable Reference reference;
  }

  /**
   * Says what a foreign key points at.
   *
   * @param deleteSets the numbers of the columns that are set on delete; empty for all
   */
  record Reference(
      String schema,
      String table,
      List<String> columns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      boolean matchFull,
      List<Integer> deleteSets) {}

  /** Adds one row of {@code constraints.sql}, where those of one constraint follow each other. */
  static void collect(CopyRow row, List<PostgresConstraint> constraints) {
    long oid = row.number();
    var name = row.requiredText();
    char type = row.character();
    var rule = new Rule(row.number(), row.flag(), row.flag(), row.flag(), row.flag(), row.flag());
    int column = row.integerOr(0);
    var operator = row.text();
    if (constraints.isEmpty() || constraints.getLast().oid() != oid) {
      constraints.add(
          new PostgresConstraint(oid, name, type, rule, new ArrayList<>(), new Details()));
    }
    var constraint = constraints.getLast();
    if (type == 'f') {
      constraint.pointAt(row);
    }
    if (type != 'c') {
      constraint.columnNumbers.add(column);
    }
    if (type == 'x' && operator != null) {
      constraint.details.operators.add(operator);
    }
  }

  private void pointAt(CopyRow row) {
    var schema = row.requiredText();
    var table = row.requiredText();
    var column = row.requiredText();
    var target = details.reference;
    if (target == null) {
      target =
          new Reference(
              schema,
              table,
              new ArrayList<>(),
              action(row.character()),
              action(row.character()),
              row.character() == 'f',
              numbers(row));
      details.reference = target;
    }
    target.columns().add(column);
  }

  private static List<Integer> numbers(CopyRow row) {
    long[] numbers = row.numbersOrNone();
    return Arrays.stream(numbers).mapToObj(Math::toIntExact).toList();
  }

  /** Returns the operators of an exclusion constraint; empty for all others. */
  List<String> operators() {
    return details.operators;
  }

  /** Returns what a foreign key points at; null for all others. */
  @Nullable Reference reference() {
    return details.reference;
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
