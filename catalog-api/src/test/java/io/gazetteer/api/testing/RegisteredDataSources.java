package io.gazetteer.api.testing;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registers data sources and sets what workers would. */
public final class RegisteredDataSources {
  private final TestApi api;
  private final JdbcClient jdbc;

  public RegisteredDataSources(TestApi api) {
    this.api = api;
    this.jdbc = api.bean(JdbcClient.class);
  }

  /** Registers through the API; its first crawl stays PENDING. */
  public UUID register(String dbName) {
    return register(dbName, "source.example");
  }

  public UUID register(String dbName, String hostname) {
    var body = Credentials.named(dbName);
    body.put("hostname", hostname);
    return UUID.fromString(api.post("/api/db-credentials/", body).json().path("id").asString());
  }

  /** The name of the database of a data source. */
  public String name(UUID id) {
    return jdbc.sql("select db_name from data_source where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /** Registers, with a first crawl that has ended. */
  public UUID crawled(String dbName) {
    var id = register(dbName);
    endCrawl(id, "SUCCEEDED");
    return id;
  }

  /** Ends the newest crawl of a data source. */
  public void endCrawl(UUID id, String state) {
    jdbc.sql(
            """
            update crawl set state = :state, finished_at = now()
            where data_source_id = :id and epoch = (select epoch from data_source where id = :id)
            """)
        .param("id", id)
        .param("state", state)
        .update();
  }
}
