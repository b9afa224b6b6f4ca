package io.gazetteer.api.operations.metrics;

import io.gazetteer.common.catalog.CrawlState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gauges of what the catalog store says about crawls, the outbox and data sources. */
@Component
class CatalogMetrics {
  private static final int MOST_SOURCES = 1_000;
  private static final String[] LIVE_STATES =
      Arrays.stream(CrawlState.values())
          .filter(CrawlState::isLive)
          .map(CrawlState::name)
          .toArray(String[]::new);

  private final JdbcClient jdbc;
  private final MultiGauge crawls;
  private final MultiGauge endedCrawls;
  private final MultiGauge freshness;
  private final MultiGauge webhooks;
  private volatile Outbox outbox = new Outbox(0, 0);

  CatalogMetrics(JdbcClient jdbc, MeterRegistry registry) {
    this.jdbc = jdbc;
    crawls = MultiGauge.builder("gazetteer.crawls").description("Live crawls").register(registry);
    endedCrawls =
        MultiGauge.builder("gazetteer.crawls.ended.last.day")
            .description("Crawls that ended in the last 24 hours")
            .register(registry);
    freshness =
        MultiGauge.builder("gazetteer.data.source.freshness")
            .description("Time since a crawl last ended well, or since the registration")
            .baseUnit("seconds")
            .register(registry);
    webhooks =
        MultiGauge.builder("gazetteer.webhooks")
            .description("Webhooks by whether messages arrive")
            .register(registry);
    Gauge.builder("gazetteer.outbox.entries", () -> outbox.entries())
        .description("Events that are not published yet")
        .register(registry);
    Gauge.builder("gazetteer.outbox.oldest.age", () -> outbox.oldestAge())
        .description("Age of the oldest event that is not published yet")
        .baseUnit("seconds")
        .register(registry);
  }

  private record Outbox(double entries, double oldestAge) {
    static Outbox map(ResultSet row, int rowNumber) throws SQLException {
      return new Outbox(row.getDouble("entries"), row.getDouble("oldest_age"));
    }
  }

  /** Asks the catalog store. */
  void refresh() {
    crawls.register(
        jdbc.sql(
                """
                select s.state, count(c.id) as number
                from unnest(:states) s (state)
                left join crawl c on c.live and c.state = s.state
                group by s.state
                """)
            .param("states", LIVE_STATES)
            .query(CatalogMetrics::byState)
            .list(),
        true);
    endedCrawls.register(
        jdbc.sql(
                """
                select s.state, count(c.id) as number
                from unnest(array['SUCCEEDED', 'PARTIAL', 'HELD', 'FAILED', 'CANCELLED']) s (state)
                left join crawl c on c.state = s.state
                  and c.finished_at > now() - interval '1 day'
                group by s.state
                """)
            .query(CatalogMetrics::byState)
            .list(),
        true);
    freshness.register(
        jdbc.sql(
                """
                select d.id, d.db_name,
                  extract(epoch from now() - coalesce(last.finished_at, d.created_at)) as age
                from data_source d
                left join lateral (
                  select finished_at from crawl
                  where data_source_id = d.id and state in ('SUCCEEDED', 'PARTIAL')
                  order by epoch desc limit 1) last on true
                where d.deleted_at is null
                order by age desc limit :most
                """)
            .param("most", MOST_SOURCES)
            .query(CatalogMetrics::bySource)
            .list(),
        true);
    webhooks.register(
        jdbc.sql(
                """
                select s.state, count(w.id) as number
                from unnest(array['ACTIVE', 'FAILING', 'PAUSED']) s (state)
                left join webhook w on s.state = case when w.paused_at is not null then 'PAUSED'
                  when w.failures > 0 then 'FAILING' else 'ACTIVE' end
                group by s.state
                """)
            .query(CatalogMetrics::byState)
            .list(),
        true);
    outbox =
        jdbc.sql(
                """
                select count(*) as entries,
                  coalesce(greatest(extract(epoch from now() - min(created_at)), 0), 0)
                    as oldest_age
                from scheduled_tasks where task_name = 'outbox'
                """)
            .query(Outbox::map)
            .single();
  }

  private static Row<?> byState(ResultSet row, int rowNumber) throws SQLException {
    return Row.of(Tags.of("state", row.getString("state")), row.getDouble("number"));
  }

  private static Row<?> bySource(ResultSet row, int rowNumber) throws SQLException {
    return Row.of(
        Tags.of("data_source_id", row.getString("id"), "db_name", row.getString("db_name")),
        row.getDouble("age"));
  }
}
