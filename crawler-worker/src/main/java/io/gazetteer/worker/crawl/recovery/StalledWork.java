package io.gazetteer.worker.crawl.recovery;

import io.gazetteer.common.events.BatchRequested;
import io.gazetteer.common.events.CrawlRequested;
import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.events.Event;
import io.gazetteer.common.events.FinishRequested;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds work that waits for an event. What one worker has taken, no other takes for a while. */
@Component
class StalledWork {
  /** Of two batches that wait for their next try, the second one's must not be slept through. */
  private static final String CRAWLS =
      """
      update crawl set wake_at = least(now() + interval '5 seconds', (
          select min(retry_at) from crawl_batch
          where crawl_id = crawl.id and state = 'PENDING' and retry_at > now()))
      where id in (
          select id from crawl
          where live and wake_at <= now()
            and coalesce(retry_at, '-infinity') <= now()
            and coalesce(lease_until, '-infinity') < now()
          order by wake_at limit 200 for update skip locked)
      returning id, data_source_id, epoch, state
      """;

  /** A few batches wake enough workers: each that ends a batch calls for the next one. */
  private static final String BATCHES =
      """
      select batch_no from crawl_batch
      where crawl_id = :id
        and (state = 'PENDING' and coalesce(retry_at, '-infinity') <= now()
          or state in ('READING', 'INDEXING') and lease_until < now())
      order by batch_no limit 4
      """;

  private static final String DELETED =
      """
      update data_source set updated_at = now()
      where id in (
          select id from data_source
          where deleted_at is not null and updated_at <= now() - interval '10 seconds'
          limit 50 for update skip locked)
      returning id
      """;

  private final JdbcClient jdbc;

  StalledWork(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Event> take() {
    var events = new ArrayList<Event>();
    jdbc.sql(CRAWLS).query((row, n) -> eventsOf(row)).list().forEach(events::addAll);
    jdbc.sql(DELETED).query(UUID.class).list().stream()
        .map(DataSourceDeleted::new)
        .forEach(events::add);
    return events;
  }

  private List<? extends Event> eventsOf(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var source = row.getObject("data_source_id", UUID.class);
    long epoch = row.getLong("epoch");
    return switch (row.getString("state")) {
      case "RUNNING" ->
          jdbc.sql(BATCHES).param("id", id).query(Integer.class).list().stream()
              .map(no -> new BatchRequested(source, id, epoch, no))
              .toList();
      case "FINISHING" -> List.of(new FinishRequested(source, id, epoch));
      default -> List.of(new CrawlRequested(source, id, epoch));
    };
  }
}
