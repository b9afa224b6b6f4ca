package io.gazetteer.api.sources.webhooks.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** Names a data source to a receiver; where it is, is not told. */
record ToldSource(
    UUID id, @JsonProperty("db_name") String dbName, @JsonProperty("db_type") String dbType) {

  /** Returns the name and the kind, for people. */
  String title() {
    return dbName + " (" + dbType + ")";
  }
}
