package io.gazetteer.worker.purge;

import io.gazetteer.worker.index.IndexSweeper;
import io.gazetteer.worker.index.stored.IndexReader;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes the documents of a deleted data source, and at last its row. */
@Component
final class Purge {
  private static final Logger log = LoggerFactory.getLogger(Purge.class);

  /** A worker that was paused may still write this long after the deletion. */
  private static final Duration LATE_WRITES = Duration.ofMinutes(1);

  /** A worker that runs has heard of the deletion by then, and writes no more. */
  private static final Duration RUNNING_WORKERS = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final IndexReader reader;
  private final IndexSweeper sweeper;

  Purge(JdbcClient jdbc, IndexReader reader, IndexSweeper sweeper) {
    this.jdbc = jdbc;
    this.reader = reader;
    this.sweeper = sweeper;
  }

  /**
   * Removes what is left of the data source, if it is marked as deleted and the index is not being
   * rebuilt.
   */
  void purge(UUID dataSourceId) {
    if (!isToBePurged(dataSourceId)) {
      return;
    }
    reader.refresh();
    int purged = sweeper.purge(dataSourceId);
    if (purged > 0) {
      reader.refresh();
      log.info("Data source {}: {} documents purged", dataSourceId, purged);
    }
    if (!end(dataSourceId)) {
      restUntilLateWritesAreOver(dataSourceId);
    }
  }

  private boolean end(UUID dataSourceId) {
    return jdbc.sql(
                """
                delete from data_source
                where id = :id and deleted_at < now() - :late * interval '1 ms'
                """)
            .param("id", dataSourceId)
            .param("late", LATE_WRITES.toMillis())
            .update()
        == 1;
  }

  /**
   * Recovery comes back when a deleted data source has not been touched for a while. Workers that
   * run have stopped writing then; from there on only one that was paused may still write.
   */
  private void restUntilLateWritesAreOver(UUID dataSourceId) {
    jdbc.sql(
            """
            update data_source set updated_at = deleted_at + :late * interval '1 ms'
            where id = :id and deleted_at < now() - :running * interval '1 ms'
            """)
        .param("id", dataSourceId)
        .param("late", LATE_WRITES.toMillis())
        .param("running", RUNNING_WORKERS.toMillis())
        .update();
  }

  private boolean isToBePurged(UUID dataSourceId) {
    return jdbc.sql(
            """
            select deleted_at is not null
              and not exists (select from live_rebuild)
            from data_source where id = :id
            """)
        .param("id", dataSourceId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }
}
