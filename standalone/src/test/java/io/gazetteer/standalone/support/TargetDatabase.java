package io.gazetteer.standalone.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** A database to crawl, and how plain JDBC reaches it. */
public record TargetDatabase(
    String type, String host, int port, String name, String username, String password) {

  public Map<String, Object> body() {
    return Map.of(
        "db_type", type,
        "hostname", host,
        "port", port,
        "db_name", name,
        "username", username,
        "password", password);
  }

  public boolean isPostgres() {
    return type.equals("PostgreSQL");
  }

  public TargetDatabase at(int otherPort) {
    return new TargetDatabase(type, host, otherPort, name, username, password);
  }

  public TargetDatabase named(String other) {
    return new TargetDatabase(type, host, port, other, username, password);
  }

  public TargetDatabase readBy(String otherUser, String otherPassword) {
    return new TargetDatabase(type, host, port, name, otherUser, otherPassword);
  }

  public Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", username);
    properties.setProperty("password", password);
    if (!isPostgres()) {
      // Types as the database has them, not as Java would like them.
      properties.setProperty("tinyInt1isBit", "false");
      properties.setProperty("yearIsDateType", "false");
      properties.setProperty("allowMultiQueries", "true");
      properties.setProperty("allowPublicKeyRetrieval", "true");
      properties.setProperty("sslMode", "DISABLED");
      properties.setProperty("useInformationSchema", "true");
    }
    return DriverManager.getConnection(
        "jdbc:" + (isPostgres() ? "postgresql" : "mysql") + "://" + host + ":" + port + "/" + name,
        properties);
  }

  public void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
