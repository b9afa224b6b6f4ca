package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.sources.connectioncheck.ConnectionReport.Warning;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.postgresql.PostgresSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts what a user who has logged in may see, by the rules of the kind of server. */
final class VisibleObjects {
  private static final String COUNTS =
      """
      select coalesce(sum(case when s.visible then 1 else 0 end), 0),
        coalesce(sum(case when s.visible then s.tables else 0 end), 0),
        coalesce(sum(case when s.visible then 0 else s.tables end), 0)
      from (
        select pg_catalog.has_schema_privilege(n.oid, 'usage') as visible,
          (select pg_catalog.count(*) from pg_catalog.pg_class c
           where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f')) as tables
        from pg_catalog.pg_namespace n
        where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
      ) s
      """;

  private static final String CLOSED_SCHEMAS =
      """
      select n.nspname
      from pg_catalog.pg_namespace n
      where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
        and not pg_catalog.has_schema_privilege(n.oid, 'usage')
      order by n.nspname
      """;

  private static final String TABLES =
      """
      select (select count(*) from information_schema.SCHEMATA where SCHEMA_NAME = ?),
             (select count(*) from information_schema.TABLES where TABLE_SCHEMA = ?),
             current_user()
      """;

  private static final ConnectionReport.Problem NOTHING_VISIBLE =
      new ConnectionReport.Problem(
          "permission_denied",
          "The user may log in, but sees nothing of the database; the statements in grants give"
              + " what a crawl needs");

  private static final Warning ANY_BYTES =
      new Warning(
          "any_bytes",
          "The database's encoding is SQL_ASCII, which takes any bytes: those of a name that are no"
              + " UTF-8 are shown as \\xE9");

  private static final String MARIADB = "MariaDB";

  /** MariaDB before 11 begins its version with this, for clients of an old MySQL. */
  private static final String DISGUISE = "5.5.5-";

  private VisibleObjects() {}

  static ConnectionReport with(Connection connection, SourceAddress source) throws SQLException {
    return source.kind() == DatabaseKind.POSTGRESQL
        ? inPostgres(connection, source)
        : inMySql(connection, source);
  }

  private static ConnectionReport inPostgres(Connection connection, SourceAddress source)
      throws SQLException {
    var session = PostgresSession.of(connection);
    try (var statement = connection.createStatement()) {
      session.begin(statement);
      long schemas;
      long tables;
      long hidden;
      try (var row = statement.executeQuery(COUNTS)) {
        row.next();
        schemas = row.getLong(1);
        tables = row.getLong(2);
        hidden = row.getLong(3);
      }
      boolean nothing = schemas == 0 || (tables == 0 && hidden > 0);
      var grants =
          nothing ? Grants.inPostgres(source, closed(statement, session)) : List.<String>of();
      statement.execute("rollback");
      var warnings = session.texts().isAnyBytes() ? List.of(ANY_BYTES) : List.<Warning>of();
      return report(
          version(connection),
          nothing,
          new ConnectionReport.Visible(schemas, tables),
          warnings,
          grants);
    }
  }

  /** Returns the schemas that are closed to the user; none where their names are no text. */
  private static List<String> closed(Statement statement, PostgresSession session)
      throws SQLException {
    var names = new ArrayList<String>();
    if (session.texts().isAnyBytes()) {
      return names;
    }
    try (var rows = statement.executeQuery(CLOSED_SCHEMAS)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
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
        boolean nothing = row.getLong(1) == 0;
        return report(
            version(connection),
            nothing,
            new ConnectionReport.Visible(row.getLong(1), row.getLong(2)),
            ofKind(source.kind(), version(connection)),
            nothing ? Grants.inMySql(source, host) : List.of());
      }
    }
  }

  /** Returns a warning when the server is the other one of two that speak alike. */
  private static List<Warning> ofKind(DatabaseKind kind, String version) {
    boolean isMariaDb = version.toLowerCase(Locale.ROOT).contains("mariadb");
    if (isMariaDb == (kind == DatabaseKind.MARIADB)) {
      return List.of();
    }
    var found = isMariaDb ? MARIADB : "MySQL";
    return List.of(
        new Warning(
            "other_kind", "The server is " + found + "; register it with db_type " + found));
  }

  /** Returns the version as the server says it, without the disguise of some. */
  static String version(Connection connection) throws SQLException {
    var version = connection.getMetaData().getDatabaseProductVersion();
    return version.startsWith(DISGUISE) && version.contains(MARIADB)
        ? version.substring(DISGUISE.length())
        : version;
  }

  private static ConnectionReport report(
      String version,
      boolean nothing,
      ConnectionReport.Visible visible,
      List<Warning> warnings,
      List<String> grants) {
    return new ConnectionReport(
        !nothing, nothing ? NOTHING_VISIBLE : null, version, visible, warnings, grants);
  }
}
