package io.gazetteer.benchmarks.reading;

import io.gazetteer.benchmarks.source.Target;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What programs do today: getTables, and four metadata calls for each table. Done for the first
 * tables only; the rest would take as long for each.
 */
final class MetadataCalls {
  private final String url;
  private final String password;
  private final int sample;

  MetadataCalls(Target database, int sample) {
    var address = database.address();
    this.url = "jdbc:postgresql://127.0.0.1:" + address.port() + "/" + address.dbName();
    this.password = database.password();
    this.sample = sample;
  }

  /** The seconds that all tables would take. */
  double seconds() throws SQLException {
    long begin = System.nanoTime();
    try (var connection = DriverManager.getConnection(url, "postgres", password)) {
      var tables = tables(connection);
      long listed = System.nanoTime();
      int described = Math.min(sample, tables.size());
      for (var table : tables.subList(0, described)) {
        describe(connection, table);
      }
      double each = (System.nanoTime() - listed) / (double) described;
      return (listed - begin + each * tables.size()) / 1e9;
    }
  }

  private record Table(String schema, String name) {}

  private static List<Table> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<Table>();
    String[] kinds = {"TABLE", "PARTITIONED TABLE"};
    try (var rows = connection.getMetaData().getTables(null, null, "%", kinds)) {
      while (rows.next()) {
        tables.add(new Table(rows.getString("TABLE_SCHEM"), rows.getString("TABLE_NAME")));
      }
    }
    return tables;
  }

  private static void describe(Connection connection, Table table) throws SQLException {
    var facts = connection.getMetaData();
    var schema = table.schema();
    var name = table.name();
    discard(facts.getColumns(null, schema, name, "%"));
    discard(facts.getPrimaryKeys(null, schema, name));
    discard(facts.getImportedKeys(null, schema, name));
    discard(facts.getIndexInfo(null, schema, name, false, true));
  }

  private static void discard(ResultSet rows) throws SQLException {
    try (rows) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }
}
