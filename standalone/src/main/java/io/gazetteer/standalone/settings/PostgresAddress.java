package io.gazetteer.standalone.settings;

/**
 * Names a PostgreSQL database that keeps the catalog.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 */
public record PostgresAddress(String url, String user, String password) {
  @Override
  public String toString() {
    return "PostgresAddress[url=" + url + ", user=" + user + "]";
  }
}
