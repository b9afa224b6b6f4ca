package io.gazetteer.api.sources.schedule;

import io.gazetteer.api.testing.TestApi;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes data sources due and waits until they have had their turn. */
final class Turns {
  private final DueCrawls dueCrawls;
  private final JdbcClient jdbc;

  Turns(TestApi api) {
    this.dueCrawls = api.bean(DueCrawls.class);
    this.jdbc = api.bean(JdbcClient.class);
  }

  void makeDue(UUID id) {
    jdbc.sql("update data_source set next_crawl_at = now() - interval '3 days' where id = :id")
        .param("id", id)
        .update();
  }

  /** Lets it be due and have its turn, here or in the process that polls. */
  void take(UUID id) {
    makeDue(id);
    dueCrawls.startAll();
    Awaitility.await().until(() -> !isDue(id));
  }

  private boolean isDue(UUID id) {
    return jdbc.sql(
            "select coalesce(next_crawl_at <= now(), false) from data_source where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  long epoch(UUID id) {
    return jdbc.sql("select epoch from data_source where id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }
}
