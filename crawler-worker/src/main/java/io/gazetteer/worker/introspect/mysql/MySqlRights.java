package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.worker.introspect.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what a user of MySQL or MariaDB may see, by {@code SHOW GRANTS}, which answers for the roles
 * that are active, too, and for what MariaDB grants to everyone. These servers leave out of
 * information_schema what the user may not see, and nothing there tells it from what does not
 * exist. Not thread safe.
 */
final class MySqlRights {
  private static final int WITHOUT_GRANTS = 1290;
  private static final String ALL = "ALL PRIVILEGES";
  private static final Set<String> SHOWING_COLUMNS =
      Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES", ALL);

  private final List<MySqlGrant> grants;
  private final Map<String, Set<String>> ofTables = new HashMap<>();
  private final Map<String, Set<String>> ofSchemas = new HashMap<>();
  private final String grantee;

  private MySqlRights(List<MySqlGrant> grants) {
    this.grants = grants;
    for (MySqlGrant grant : grants) {
      if (grant.schema() != null && grant.table() != null) {
        ofTables
            .computeIfAbsent(key(grant.schema(), grant.table()), key -> new HashSet<>())
            .addAll(grant.privileges());
      }
    }
    grantee =
        grants.stream()
            .map(MySqlGrant::grantee)
            .filter(name -> name.contains("@"))
            .findFirst()
            .orElse("CURRENT_USER()");
  }

  /** Reads the rights of the user who has logged in. */
  static MySqlRights of(Connection connection) throws SQLException {
    var lines = new ArrayList<String>();
    try (Statement statement = connection.createStatement()) {
      Statements.run(() -> read(statement, lines));
    } catch (SQLException e) {
      if (e.getErrorCode() != WITHOUT_GRANTS) {
        throw e;
      }
      // A server that was started with --skip-grant-tables lets everyone see everything.
      lines.add("GRANT ALL PRIVILEGES ON *.* TO CURRENT_USER()");
    }
    return parse(lines);
  }

  private static void read(Statement statement, List<String> lines) throws SQLException {
    try (ResultSet rows = statement.executeQuery("show grants")) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
  }

  /** Takes the rights of the lines that {@code SHOW GRANTS} answers. */
  static MySqlRights parse(List<String> lines) {
    return new MySqlRights(
        lines.stream().flatMap(line -> MySqlGrant.parse(line).stream()).toList());
  }

  /** Returns whether the user sees every column of a table, because of a right on all of it. */
  boolean showsAllColumns(String schema, String table) {
    return ofSchema(schema).stream().anyMatch(SHOWING_COLUMNS::contains)
        || ofTables.getOrDefault(key(schema, table), Set.of()).stream()
            .anyMatch(SHOWING_COLUMNS::contains);
  }

  private Set<String> ofSchema(String schema) {
    return ofSchemas.computeIfAbsent(schema, this::find);
  }

  private Set<String> find(String schema) {
    var found = new HashSet<String>();
    // What is revoked in parts was granted for everything.
    addAll(found, true, schema);
    grants.stream()
        .filter(MySqlGrant::revokes)
        .filter(grant -> grant.table() == null && grant.covers(schema))
        .forEach(grant -> found.removeAll(grant.privileges()));
    addAll(found, false, schema);
    return found;
  }

  private void addAll(Set<String> found, boolean global, String schema) {
    grants.stream()
        .filter(grant -> !grant.revokes() && grant.table() == null)
        .filter(grant -> global == (grant.schema() == null) && grant.covers(schema))
        .forEach(grant -> found.addAll(grant.privileges()));
  }

  private static String key(String schema, String table) {
    return schema.toLowerCase(Locale.ROOT) + "\0" + table.toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the statement that gives the user a right.
   *
   * @param table null for all tables of the schema
   */
  String grant(String privilege, String schema, @Nullable String table) {
    var where =
        table == null
            ? quoted(schema.replaceAll("([\\\\_%])", "\\\\$1")) + ".*"
            : quoted(schema) + "." + quoted(table);
    return "GRANT " + privilege + " ON " + where + " TO " + grantee + ";";
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
