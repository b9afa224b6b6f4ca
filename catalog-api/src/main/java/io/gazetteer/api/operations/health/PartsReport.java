package io.gazetteer.api.operations.health;

import io.gazetteer.api.operations.deadletters.DeadLetters;
import io.gazetteer.api.operations.health.PartView.Lag;
import io.gazetteer.api.operations.metrics.ConsumerLags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says for administrators how each part is, and how much waits for it. Thread safe. */
@Component
public class PartsReport {
  private final Health health;
  private final JdbcClient jdbc;
  private final ConsumerLags lags;
  private final DeadLetters deadLetters;

  PartsReport(Health health, JdbcClient jdbc, ConsumerLags lags, DeadLetters deadLetters) {
    this.health = health;
    this.jdbc = jdbc;
    this.lags = lags;
    this.deadLetters = deadLetters;
  }

  /** Asks all parts; the lags of one that does not answer are left out. */
  public List<PartView> read() {
    var parts = new ArrayList<PartView>();
    health
        .check()
        .forEach(
            (name, state) ->
                parts.add(
                    new PartView(
                        name, state, state.equals(Health.DOWN) ? List.of() : lagsOf(name))));
    return parts;
  }

  private List<Lag> lagsOf(String part) {
    return switch (part) {
      case "postgresql" -> orNone(this::catalog);
      case "kafka" -> orNone(this::queues);
      default -> List.of();
    };
  }

  private static List<Lag> orNone(Callable<List<Lag>> lags) {
    try {
      return lags.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (Exception e) {
      return List.of();
    }
  }

  private List<Lag> queues() throws Exception {
    var waiting = new ArrayList<Lag>();
    for (ConsumerLags.Lag lag : lags.read()) {
      waiting.add(new Lag("messages for " + lag.group() + " on " + lag.topic(), lag.messages(), 0));
    }
    deadLetters
        .waiting()
        .forEach((topic, count) -> waiting.add(new Lag("dead letters of " + topic, count, 0)));
    return waiting;
  }

  private List<Lag> catalog() {
    return jdbc.sql(
            """
            select 1 as place, 'events to publish' as what, count(*) as waiting,
              extract(epoch from now() - min(created_at)) as age
            from scheduled_tasks where task_name = 'outbox'
            union all
            select 2, 'crawls that wait for a worker', count(*),
              extract(epoch from now() - min(created_at))
            from crawl where live and state = 'PENDING'
            union all
            select 3, 'databases that are due', count(*),
              extract(epoch from now() - min(next_crawl_at))
            from data_source where deleted_at is null and next_crawl_at < now()
            union all
            select 4, 'messages to webhooks', count(*),
              extract(epoch from now() - min(created_at))
            from webhook_delivery where state = 'WAITING'
            order by place
            """)
        .query(PartsReport::lag)
        .list();
  }

  private static Lag lag(ResultSet row, int number) throws SQLException {
    return new Lag(
        row.getString("what"), row.getLong("waiting"), Math.max(0, (long) row.getDouble("age")));
  }
}
