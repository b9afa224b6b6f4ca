package io.gazetteer.standalone.support;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a database the slow and plain way: {@link DatabaseMetaData}, table by table. */
public final class JdbcFacts {
  private static final Set<String> SYSTEM_SCHEMAS = Set.of("pg_catalog", "information_schema");
  private static final String[] KINDS = {
    "TABLE", "PARTITIONED TABLE", "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE"
  };

  private final DatabaseMetaData metadata;
  private final TargetDatabase database;

  private JdbcFacts(DatabaseMetaData metadata, TargetDatabase database) {
    this.metadata = metadata;
    this.database = database;
  }

  /** Every table by {@code schema.name}. */
  public static Map<String, TableFacts> of(TargetDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return new JdbcFacts(connection.getMetaData(), database).tables();
    }
  }

  private Map<String, TableFacts> tables() throws SQLException {
    var facts = new TreeMap<String, TableFacts>();
    var catalog = database.isPostgres() ? null : database.name();
    for (var row : rows(metadata.getTables(catalog, null, null, KINDS))) {
      var table = new Table(catalog, row.get("TABLE_SCHEM"), row.text("TABLE_NAME"));
      if (table.schema() == null || !SYSTEM_SCHEMAS.contains(table.schema())) {
        facts.put(
            table.schemaName() + "." + table.name(),
            new TableFacts(
                row.text("TABLE_TYPE"),
                columns(table),
                primaryKey(table),
                foreignKeys(table),
                indexes(table)));
      }
    }
    return facts;
  }

  private record Table(@Nullable String catalog, @Nullable String schema, String name) {
    String schemaName() {
      return schema != null ? schema : String.valueOf(catalog);
    }
  }

  private List<String> columns(Table table) throws SQLException {
    var columns = new ArrayList<String>();
    // The name is a pattern here, and % and _ in it would match more.
    for (var row : rows(metadata.getColumns(table.catalog(), table.schema(), null, null))) {
      if (row.text("TABLE_NAME").equals(table.name())) {
        columns.add(
            TableFacts.column(
                row.text("COLUMN_NAME"),
                database.isPostgres()
                    ? TypeWords.ofPostgresJdbc(
                        row.text("TYPE_NAME"),
                        row.number("COLUMN_SIZE"),
                        row.number("DECIMAL_DIGITS"))
                    : TypeWords.ofMySqlJdbc(
                        row.text("TYPE_NAME"),
                        row.number("COLUMN_SIZE"),
                        row.number("DECIMAL_DIGITS")),
                row.number("NULLABLE") == DatabaseMetaData.columnNullable));
      }
    }
    return columns;
  }

  private List<String> primaryKey(Table table) throws SQLException {
    var columns = new TreeMap<Integer, String>();
    for (var row : rows(metadata.getPrimaryKeys(table.catalog(), table.schema(), table.name()))) {
      columns.put(row.number("KEY_SEQ"), row.text("COLUMN_NAME"));
    }
    return List.copyOf(columns.values());
  }

  private SortedSet<String> foreignKeys(Table table) throws SQLException {
    var parts = new TreeMap<String, List<Row>>();
    for (var row : rows(metadata.getImportedKeys(table.catalog(), table.schema(), table.name()))) {
      parts.computeIfAbsent(row.text("FK_NAME"), name -> new ArrayList<>()).add(row);
    }
    var keys = new TreeSet<String>();
    parts.forEach((name, columns) -> keys.add(foreignKey(name, columns)));
    return keys;
  }

  private static String foreignKey(String name, List<Row> columns) {
    var first = columns.getFirst();
    var schema = first.get("PKTABLE_SCHEM");
    return TableFacts.foreignKey(
        name,
        columns.stream().map(row -> row.text("FKCOLUMN_NAME")).toList(),
        (schema != null ? schema : first.text("PKTABLE_CAT")) + "." + first.text("PKTABLE_NAME"),
        columns.stream().map(row -> row.text("PKCOLUMN_NAME")).toList(),
        rule(first.number("DELETE_RULE")) + "/" + rule(first.number("UPDATE_RULE")));
  }

  private static String rule(int rule) {
    return switch (rule) {
      case DatabaseMetaData.importedKeyCascade -> "cascade";
      case DatabaseMetaData.importedKeySetNull -> "set null";
      case DatabaseMetaData.importedKeySetDefault -> "set default";
      default -> "refuse";
    };
  }

  private SortedSet<String> indexes(Table table) throws SQLException {
    var indexes = new TreeSet<String>();
    var catalog = table.catalog();
    for (var row :
        rows(metadata.getIndexInfo(catalog, table.schema(), table.name(), false, true))) {
      if (row.number("TYPE") != DatabaseMetaData.tableIndexStatistic) {
        indexes.add(TableFacts.index(row.text("INDEX_NAME"), !row.flag("NON_UNIQUE")));
      }
    }
    return indexes;
  }

  /** One row of metadata, by column label. */
  private record Row(Map<String, Object> values) {
    @Nullable String get(String column) {
      var value = values.get(column);
      return value == null ? null : value.toString();
    }

    String text(String column) {
      return String.valueOf(get(column));
    }

    int number(String column) {
      return values.get(column) instanceof Number number ? number.intValue() : 0;
    }

    boolean flag(String column) {
      return Boolean.TRUE.equals(values.get(column));
    }
  }

  private static List<Row> rows(ResultSet result) throws SQLException {
    try (result) {
      var rows = new ArrayList<Row>();
      var labels = result.getMetaData();
      while (result.next()) {
        var values = new TreeMap<String, Object>();
        for (int i = 1; i <= labels.getColumnCount(); i++) {
          var value = result.getObject(i);
          if (value != null) {
            values.put(labels.getColumnLabel(i), value);
          }
        }
        rows.add(new Row(values));
      }
      return rows;
    }
  }
}
