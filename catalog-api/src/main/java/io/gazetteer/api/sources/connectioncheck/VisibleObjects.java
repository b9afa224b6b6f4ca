package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts what a user who has logged in may see, by the rules of the kind of server. */
final class VisibleObjects {
  private static final String SCHEMAS =
      """
      select s.nspname, pg_catalog.has_schema_privilege(s.oid, 'usage'), pg_catalog.count(c.oid)
      from pg_catalog.pg_namespace s
      left join pg_catalog.pg_class c
        on c.relnamespace = s.oid and c.relkind in ('r', 'p', 'v', 'm', 'f')
      where s.nspname <> 'information_schema' and s.nspname not like 'pg\\_%'
      group by s.oid, s.nspname
      order by s.nspname
      """;

  private static final String TABLES =
      """
      select (select count(*) from information_schema.SCHEMATA where SCHEMA_NAME = ?),
             (select count(*) from information_schema.TABLES where TABLE_SCHEMA = ?),
             current_user()
      """;

  private static final ConnectionReport.Problem NOTHING_VISIBLE =
      new ConnectionReport.Problem(
          "permission_denied", "The user may log in, but sees nothing of the database");

  private VisibleObjects() {}

  static ConnectionReport with(Connection connection, SourceAddress source) throws SQLException {
    return source.kind() == DatabaseKind.POSTGRESQL
        ? inPostgres(connection, source)
        : inMySql(connection, source);
  }

  private static ConnectionReport inPostgres(Connection connection, SourceAddress source)
      throws SQLException {
    var all = new ArrayList<String>();
    long schemas = 0;
    long tables = 0;
    long hidden = 0;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(SCHEMAS)) {
      while (rows.next()) {
        all.add(rows.getString(1));
        schemas += rows.getBoolean(2) ? 1 : 0;
        tables += rows.getBoolean(2) ? rows.getLong(3) : 0;
        hidden += rows.getBoolean(2) ? 0 : rows.getLong(3);
      }
    }
    boolean nothing = schemas == 0 || (tables == 0 && hidden > 0);
    return report(connection, nothing, schemas, tables, Grants.inPostgres(source, all));
  }

  private static ConnectionReport inMySql(Connection connection, SourceAddress source)
      throws SQLException {
    try (var statement = connection.prepareStatement(TABLES)) {
      statement.setString(1, source.dbName());
      statement.setString(2, source.dbName());
      try (var row = statement.executeQuery()) {
        row.next();
        var user = row.getString(3);
        var host = user.substring(user.lastIndexOf('@') + 1);
        return report(
            connection,
            row.getLong(1) == 0,
            row.getLong(1),
            row.getLong(2),
            Grants.inMySql(source, host));
      }
    }
  }

  private static ConnectionReport report(
      Connection connection, boolean nothing, long schemas, long tables, List<String> grants)
      throws SQLException {
    return new ConnectionReport(
        !nothing,
        nothing ? NOTHING_VISIBLE : null,
        connection.getMetaData().getDatabaseProductVersion(),
        new ConnectionReport.Visible(schemas, tables),
        grants);
  }
}
