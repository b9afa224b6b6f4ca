package io.gazetteer.worker;

import io.gazetteer.servers.DatabaseServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;

/** What a PostgreSQL database says of itself, in plain SQL that shares nothing with the crawler. */
final class SourceOracle {
  private static final String TABLES =
      """
      select table_schema, table_name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema')
      union all
      select schemaname, matviewname from pg_matviews
      """;

  private static final String COLUMNS =
      """
      select table_schema, table_name, column_name,
             case data_type
               when 'character varying' then
                 'character varying' || coalesce('(' || character_maximum_length || ')', '')
               when 'numeric' then
                 'numeric' || coalesce('(' || numeric_precision || ',' || numeric_scale || ')', '')
               when 'ARRAY' then replace(ltrim(udt_name, '_'), 'int4', 'integer') || '[]'
               else data_type
             end
      from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema')
      union all
      select v.schemaname, v.matviewname, a.attname, format_type(a.atttypid, a.atttypmod)
      from pg_matviews v
      join pg_attribute a
        on a.attrelid = (quote_ident(v.schemaname) || '.' || quote_ident(v.matviewname))::regclass
      where a.attnum > 0 and not a.attisdropped
      """;

  private final PreparedStatement tableQuery;
  private final PreparedStatement columnQuery;

  /** Views of the information schema take longer to plan than to read: asked often, plan once. */
  SourceOracle(Connection connection) throws SQLException {
    tableQuery = connection.prepareStatement(TABLES);
    columnQuery = connection.prepareStatement(COLUMNS);
  }

  static Facts read(DatabaseServer server, String database) throws SQLException {
    try (var connection = server.connect(database)) {
      return new SourceOracle(connection).read();
    }
  }

  Facts read() throws SQLException {
    var tables = new HashSet<Facts.Table>();
    var columns = new HashSet<Facts.Column>();
    try (var rows = tableQuery.executeQuery()) {
      while (rows.next()) {
        tables.add(new Facts.Table(rows.getString(1), rows.getString(2)));
      }
    }
    try (var rows = columnQuery.executeQuery()) {
      while (rows.next()) {
        columns.add(
            new Facts.Column(
                rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
    return new Facts(tables, columns);
  }
}
