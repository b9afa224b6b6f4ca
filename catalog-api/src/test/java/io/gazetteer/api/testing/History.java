package io.gazetteer.api.testing;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Crawls of the past, written as if they had happened. */
public final class History {
  private final JdbcClient jdbc;

  public History(TestApi api) {
    this.jdbc = api.bean(JdbcClient.class);
  }

  /** Adds the newest crawl of a data source, which ended in this state so long ago. */
  public void add(UUID id, String state, Duration ago) {
    add(id, state, ago, 1);
  }

  /** Adds so many, as if they had all ended at the same time. */
  public void add(UUID id, String state, Duration ago, int number) {
    jdbc.sql(
            """
            insert into crawl (id, data_source_id, epoch, state, finished_at)
            select gen_random_uuid(), d.id, d.epoch + n, :state, now() - :ago * interval '1 second'
            from data_source d, generate_series(1, :number) n where d.id = :id
            """)
        .param("id", id)
        .param("state", state)
        .param("ago", ago.toSeconds())
        .param("number", number)
        .update();
    jdbc.sql("update data_source set epoch = epoch + :number where id = :id")
        .param("id", id)
        .param("number", number)
        .update();
  }

  /** Says why the crawls of a data source failed. */
  public void say(UUID id, String errorCode) {
    jdbc.sql(
            """
            update crawl set error_code = :code, error_message = 'as said'
            where data_source_id = :id and state = 'FAILED'
            """)
        .param("id", id)
        .param("code", errorCode)
        .update();
  }

  /** Lets all that happened to this data source have happened earlier. */
  public void shift(UUID id, Duration by) {
    jdbc.sql(
            """
            update crawl set finished_at = finished_at - :by * interval '1 second'
            where data_source_id = :id
            """)
        .param("id", id)
        .param("by", by.toSeconds())
        .update();
  }
}
