package io.gazetteer.standalone.settings;

/**
 * A PostgreSQL database that keeps the catalog.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 */
public record PostgresAddress(String url, String user, String password) {
  /** Hides the password. */
  @Override
  public String toString() {
    return "PostgresAddress[url=" + url + ", user=" + user + "]";
  }
}
