package io.gazetteer.standalone.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Is the body of a registration. */
public record DbCredentials(
    @JsonProperty("db_type") String dbType,
    String hostname,
    int port,
    @JsonProperty("db_name") String dbName,
    @JsonUnwrapped Login login) {

  /** Names the user who reads the database. */
  public record Login(String username, String password) {
    @Override
    public String toString() {
      return username;
    }
  }
}
