package io.gazetteer.common.source.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Activates a role of an account of MariaDB that has no default role. One role can be active at a
 * time: of several the one that shows the most of the database, the first by name where some show
 * the same. An account with a default role keeps it.
 */
final class MariaDbRoles {
  private static final int MOST_ROLES = 32;

  private final Connection connection;
  private final String dbName;

  MariaDbRoles(Connection connection, String dbName) {
    this.connection = connection;
    this.dbName = dbName;
  }

  void activate() throws SQLException {
    var roles = ofAccount();
    if (roles.size() == 1) {
      set(roles.getFirst());
    } else if (!roles.isEmpty()) {
      set(widest(roles));
    }
  }

  /** Returns the roles of an account that has no active one. */
  private List<String> ofAccount() throws SQLException {
    var roles = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select ROLE_NAME from information_schema.APPLICABLE_ROLES"
                    + " where current_role() is null order by ROLE_NAME limit "
                    + MOST_ROLES)) {
      while (rows.next()) {
        roles.add(rows.getString(1));
      }
    }
    return roles;
  }

  private String widest(List<String> roles) throws SQLException {
    var widest = roles.getFirst();
    long most = -1;
    for (String role : roles) {
      set(role);
      long tables = VisibleTables.count(connection, dbName);
      if (tables > most) {
        most = tables;
        widest = role;
      }
    }
    return widest;
  }

  private void set(String role) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set role `" + role.replace("`", "``") + "`");
    }
  }
}
