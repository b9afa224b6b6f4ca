package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.common.relation.IndexKey;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.worker.introspect.RelationRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the facts of a batch. The server compares names as its collation likes and may answer
 * for {@code user} when asked for {@code User}; this class compares them as they are spelled.
 */
final class TableBatch {
  private static final Pattern OF_PERIOD = Pattern.compile("`(?:[^`]|``)+` < `(?:[^`]|``)+`");

  private final Connection connection;
  private final String schema;
  private final ServerVersion version;
  private final Map<String, TableFacts> tables = new HashMap<>();

  private TableBatch(Connection connection, String schema, ServerVersion version) {
    this.connection = connection;
    this.schema = schema;
    this.version = version;
  }

  static TableBatch read(
      Connection connection, String schema, ServerVersion version, List<RelationRef> refs)
      throws SQLException {
    var batch = new TableBatch(connection, schema, version);
    refs.forEach(ref -> batch.tables.put(ref.name(), new TableFacts()));
    batch.read(refs.stream().anyMatch(ref -> ref.kind() == RelationKind.VIEW));
    return batch;
  }

  TableFacts of(RelationRef ref) {
    return tables.getOrDefault(ref.name(), new TableFacts());
  }

  private void read(boolean withViews) throws SQLException {
    run(MySqlQuery.TABLES, (table, row) -> table.header = TableHeader.of(row));
    run(MySqlQuery.COLUMNS, (table, row) -> table.columns.add(MySqlColumn.of(row)));
    run(
        version.isMySqlFrom(8, 0, 13) ? MySqlQuery.INDEXES_WITH_EXPRESSIONS : MySqlQuery.INDEXES,
        this::addIndexColumn);
    run(MySqlQuery.FOREIGN_KEYS, TableBatch::addForeignKeyColumn);
    readRules();
    readChecks();
    if (withViews) {
      run(
          MySqlQuery.VIEWS,
          (table, row) -> table.viewText = MySqlColumn.textOrNull(row.getString(2)));
    }
    if (tables.values().stream().anyMatch(TableBatch::partitioned)) {
      run(MySqlQuery.PARTITIONS, (table, row) -> table.partitionKey = partitionKey(row));
    }
    run(MySqlQuery.ROW_ESTIMATES, TableBatch::addEstimate);
  }

  private interface FactReader {
    void read(TableFacts table, ResultSet row) throws SQLException;
  }

  private void run(MySqlQuery query, FactReader reader) throws SQLException {
    run(query, tables.keySet(), reader);
  }

  private void run(MySqlQuery query, Collection<String> names, FactReader reader)
      throws SQLException {
    query.run(
        connection,
        schema,
        names,
        row -> {
          var table = tables.get(row.getString(1));
          if (table != null) {
            reader.read(table, row);
          }
        });
  }

  private void addIndexColumn(TableFacts table, ResultSet row) throws SQLException {
    var name = row.getString(2);
    boolean unique = row.getInt(3) == 0;
    var method = row.getString(4).toLowerCase(Locale.ROOT);
    var column = row.getString(6);
    table
        .indexes
        .computeIfAbsent(name, key -> MySqlIndex.of(key, unique, method))
        .parts()
        .put(
            row.getInt(5),
            new MySqlIndex.Part(column != null ? column : expression(row.getString(7)), key(row)));
  }

  private static IndexKey key(ResultSet row) throws SQLException {
    var order = row.getString(8);
    int length = row.getInt(9);
    boolean whole = row.wasNull();
    return new IndexKey(
        order == null ? null : order.equals("D") ? "desc" : "asc",
        null,
        whole ? null : length,
        null);
  }

  private String expression(@Nullable String text) {
    return ExpressionText.expression(version.mariaDb(), Objects.requireNonNullElse(text, ""));
  }

  private static void addForeignKeyColumn(TableFacts table, ResultSet row) throws SQLException {
    var name = row.getString(2);
    var schema = row.getString(5);
    var referenced = row.getString(6);
    table
        .foreignKeys
        .computeIfAbsent(name, key -> MySqlForeignKey.of(key, schema, referenced))
        .pairs()
        .put(row.getInt(3), new MySqlForeignKey.Pair(row.getString(4), row.getString(7)));
  }

  /**
   * Reads what foreign keys do, and which table points at which. MariaDB and MySQL 5.7 would have
   * to open every table of the schema to say who does; there the keys of the tables that are read
   * together count, up to 900 of them.
   */
  private void readRules() throws SQLException {
    if (!version.isMySqlFrom(8, 0, 0)) {
      run(MySqlQuery.FOREIGN_KEY_RULES, TableBatch::addRules);
      tables.forEach(
          (name, table) ->
              table.foreignKeys.values().stream()
                  .filter(key -> key.referencedSchema().equals(schema))
                  .forEach(key -> addReference(name, key.referencedTable())));
      return;
    }
    MySqlQuery.FOREIGN_KEY_RULES_BOTH_WAYS.run(
        connection,
        schema,
        tables.keySet(),
        row -> {
          var table = tables.get(row.getString(1));
          if (table != null) {
            addRules(table, row);
          }
          addReference(row.getString(1), row.getString(5));
        });
  }

  private void addReference(String from, @Nullable String to) {
    var table = tables.get(to);
    if (table != null && !from.equals(to)) {
      table.referencedBy++;
    }
  }

  private static void addRules(TableFacts table, ResultSet row) throws SQLException {
    table.rules.put(
        row.getString(2), new TableFacts.Rules(action(row.getString(3)), action(row.getString(4))));
  }

  private static ReferentialAction action(String rule) {
    return ReferentialAction.valueOf(rule.replace(' ', '_'));
  }

  private void readChecks() throws SQLException {
    if (version.mariaDb()) {
      run(
          MySqlQuery.CHECKS,
          (table, row) ->
              table.checks.add(
                  Relation.CheckConstraint.of(row.getString(2), expression(row.getString(3)))));
      readPeriods();
    } else if (version.isMySqlFrom(8, 0, 16)) {
      readNamedChecks();
    }
  }

  /** Asks only for the tables with a check as a period has one: that it begins before it ends. */
  private void readPeriods() throws SQLException {
    for (var table : tables.entrySet()) {
      var facts = table.getValue();
      if (facts.checks.stream().anyMatch(TableBatch::isOfPeriod)) {
        facts.periods.addAll(PeriodKeys.of(connection, schema, table.getKey()));
      }
    }
  }

  private static boolean isOfPeriod(Relation.CheckConstraint check) {
    return OF_PERIOD.matcher(check.expression()).matches();
  }

  private void readNamedChecks() throws SQLException {
    var owners = new HashMap<String, TableFacts>();
    var enforced = new HashSet<String>();
    run(
        MySqlQuery.CHECK_NAMES,
        (table, row) -> {
          owners.put(row.getString(2), table);
          if (row.getString(3).equals("YES")) {
            enforced.add(row.getString(2));
          }
        });
    if (owners.isEmpty()) {
      return;
    }
    MySqlQuery.CHECK_CLAUSES.run(
        connection,
        schema,
        owners.keySet(),
        row -> {
          var table = owners.get(row.getString(1));
          if (table != null) {
            var name = row.getString(1);
            boolean holds = enforced.contains(name);
            table.checks.add(
                new Relation.CheckConstraint(name, expression(row.getString(2)), holds, holds));
          }
        });
  }

  private static boolean partitioned(TableFacts table) {
    return table.header != null && table.header.kind() == RelationKind.PARTITIONED_TABLE;
  }

  private static String partitionKey(ResultSet row) throws SQLException {
    var key = keyText(row.getString(2), row.getString(3));
    var subMethod = row.getString(4);
    return subMethod == null
        ? key
        : key + " SUBPARTITION BY " + keyText(subMethod, row.getString(5));
  }

  private static String keyText(String method, @Nullable String expression) {
    return method + " (" + Objects.requireNonNullElse(expression, "") + ")";
  }

  private static void addEstimate(TableFacts table, ResultSet row) throws SQLException {
    long rows = row.getLong(2);
    table.rowEstimate = row.wasNull() ? null : rows;
  }
}
