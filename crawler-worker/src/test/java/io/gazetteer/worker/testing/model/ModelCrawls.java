package io.gazetteer.worker.testing.model;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.Crawls;
import io.gazetteer.common.events.BatchRequested;
import io.gazetteer.common.events.CrawlRequested;
import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.events.Event;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.events.FinishRequested;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.testing.fixtures.CrawlEnds;
import io.gazetteer.worker.testing.fixtures.Registrations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the API does to data sources and crawls, and what a broker may do to messages. */
public final class ModelCrawls implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(100);

  private final JdbcClient catalog;
  private final Crawls crawls;
  private final EventPublisher events;
  private final Registrations registrations;
  private final CrawlEnds ends;
  private final AtomicInteger started = new AtomicInteger();

  public ModelCrawls(ApplicationContext client) {
    catalog = client.getBean(JdbcClient.class);
    crawls = client.getBean(Crawls.class);
    events = client.getBean(EventPublisher.class);
    registrations = new Registrations(client);
    ends = new CrawlEnds(catalog, LONGEST);
  }

  UUID register(ModelDatabase database) {
    return registrations.register(
        DatabaseKind.POSTGRESQL,
        TestServers.postgres().port(),
        database.name(),
        database.user(),
        ModelDatabase.PASSWORD);
  }

  /** Starts a crawl whose event may be lost. */
  CrawlRef start(UUID source, boolean withEvent) {
    started.incrementAndGet();
    var crawl = registrations.crawl(source, withEvent);
    if (!withEvent) {
      wake(crawl.crawlId());
    }
    return crawl;
  }

  /** What stands still for long is due. */
  private void wake(UUID crawl) {
    catalog
        .sql("update crawl set wake_at = now() where id = ? and wake_at > now()")
        .param(crawl)
        .update();
  }

  /** Every message of the crawl, several times, in any order, and some of other epochs. */
  void repeatMessages(CrawlRef crawl, Random random) {
    var messages = new ArrayList<Event>();
    for (int i = 0; i < 3; i++) {
      long epoch = crawl.epoch() + random.nextInt(3) - 1;
      messages.add(new CrawlRequested(crawl.dataSourceId(), crawl.crawlId(), epoch));
      messages.add(new CrawlRequested(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch()));
      messages.add(new BatchRequested(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch(), i));
      messages.add(new FinishRequested(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch()));
    }
    Collections.shuffle(messages, random);
    events.publishAll(messages);
  }

  Crawl find(UUID id) {
    return crawls.find(id).orElseThrow();
  }

  /** Waits for the end, whatever it is. */
  Crawl end(UUID id) {
    if (!ends.await(id)) {
      throw new AssertionError("Still going on: " + describe(id));
    }
    return find(id);
  }

  /** False when it is over already. */
  boolean cancel(UUID id) {
    return catalog
            .sql(
                """
                update crawl
                set state = 'CANCELLED', finished_at = now(), lease_until = null, retry_at = null
                where id = ? and live
                """)
            .param(id)
            .update()
        == 1;
  }

  void confirm(CrawlRef crawl) {
    catalog
        .sql(
            """
            update crawl
            set state = 'FINISHING', finished_at = null, lease_until = null, retry_at = null,
                removal_confirmed = true, error_code = null, error_message = null,
                wake_at = now() + interval '10 seconds'
            where id = ? and state = 'HELD'
            """)
        .param(crawl.crawlId())
        .update();
    events.publish(new FinishRequested(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch()));
  }

  void delete(UUID source) {
    catalog
        .sql(
            """
            update data_source set deleted_at = now(), updated_at = now(), secret = null
            where id = ?
            """)
        .param(source)
        .update();
    catalog
        .sql("select id from crawl where data_source_id = ? and live")
        .param(source)
        .query(UUID.class)
        .list()
        .forEach(this::cancel);
    events.publish(new DataSourceDeleted(source));
  }

  /** Makes room for another registration of its database; its documents stay, and nobody reads. */
  void forget(UUID source) {
    catalog.sql("delete from data_source where id = ?").param(source).update();
  }

  /** As if the minute had passed in which paused workers might still write. */
  public List<UUID> ageDeleted() {
    return catalog
        .sql(
            """
            update data_source
            set deleted_at = now() - interval '2 minutes', updated_at = now() - interval '1 minute'
            where deleted_at is not null returning id
            """)
        .query(UUID.class)
        .list();
  }

  public long deletedRows() {
    return catalog
        .sql("select count(*) from data_source where deleted_at is not null")
        .query(Long.class)
        .single();
  }

  public int started() {
    return started.get();
  }

  /** All the catalog knows of a crawl, for the report of a failure. */
  String describe(UUID id) {
    var rows =
        catalog
            .sql(
                """
                select row_to_json(c)::text from crawl c where id = :id
                union all
                select row_to_json(b)::text from crawl_batch b where crawl_id = :id
                """)
            .param("id", id)
            .query(String.class)
            .list();
    return Instant.now() + "\n" + String.join("\n", rows);
  }

  @Override
  public void close() {
    ends.close();
  }
}
