package io.gazetteer.servers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names the SQL dialects of the servers. MariaDB counts as MySQL. */
public enum SqlDialect {
  POSTGRESQL("postgres", "\"") {
    @Override
    public String jdbcUrl(String host, int port, String database) {
      return "jdbc:postgresql://%s:%d/%s".formatted(host, port, encode(database));
    }
  },
  MYSQL("mysql", "`") {
    @Override
    public String jdbcUrl(String host, int port, String database) {
      return "jdbc:mysql://%s:%d/%s?allowPublicKeyRetrieval=true&sslMode=DISABLED"
          .formatted(host, port, encode(database));
    }
  };

  private final String maintenanceDatabase;
  private final String quote;

  SqlDialect(String maintenanceDatabase, String quote) {
    this.maintenanceDatabase = maintenanceDatabase;
    this.quote = quote;
  }

  public abstract String jdbcUrl(String host, int port, String database);

  /** Returns the name of a database that is always there. */
  public String maintenanceDatabase() {
    return maintenanceDatabase;
  }

  /** Quotes a name for SQL. */
  public String quoted(String identifier) {
    return quote + identifier.replace(quote, quote + quote) + quote;
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
