package io.gazetteer.worker.crawl;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.catalog.Crawls;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.servers.testing.facts.Facts;
import io.gazetteer.servers.testing.facts.SourceOracle;
import io.gazetteer.worker.testing.fixtures.HeldCrawl;
import io.gazetteer.worker.testing.fixtures.IndexedFacts;
import io.gazetteer.worker.testing.fixtures.Registrations;
import io.gazetteer.worker.testing.processes.KillGate;
import io.gazetteer.worker.testing.processes.KillPoint;
import io.gazetteer.worker.testing.processes.SeparateWorkers;
import io.gazetteer.worker.testing.processes.WorkerProcess;
import io.gazetteer.worker.testing.relay.Gate.Verdict;
import io.gazetteer.worker.testing.relay.HttpFraming;
import io.gazetteer.worker.testing.relay.PostgresFraming;
import io.gazetteer.worker.testing.relay.Relay;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A worker is killed with SIGKILL while it asks something of a store: many crawls of equal
 * databases run in it, each is held at another of a crawl's requests, and when all stand still the
 * worker dies. Another one brings all of them to their ends. {@code -Dkill.points=all} tries every
 * request of a crawl, before it arrives and before it is answered; without it, each kind of request
 * is tried once, and each write to the index.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledAtEveryStepIT {
  private static final Logger log = LoggerFactory.getLogger(KilledAtEveryStepIT.class);
  private static final boolean ALL = "all".equals(System.getProperty("kill.points"));

  private static final int AT_ONCE = 25;

  /** What a worker calls itself to the catalog store. */
  private static final String KILLED = "worker-to-be-killed";

  /** Columns, tables, and what is swept: between two of these the index is in between, too. */
  private static final String WRITES = "POST /_bulk";

  private final KillGate gate = new KillGate();
  private final Relay catalogRelay = relayTo(TestServers.catalog().port());
  private final Relay sourceRelay = relayTo(TestServers.postgres().port());
  private final URI elasticsearch = URI.create(TestServers.elasticsearch().url());
  private final Relay indexRelay = new Relay(elasticsearch.getPort(), HttpFraming::new, gate);
  private final SeparateWorkers workers =
      new SeparateWorkers(
          Map.of(
              "gazetteer.crawl.lease-time", "60s",
              "gazetteer.crawl.batch-columns", "12",
              "gazetteer.crawl.source-connections", "1",
              "gazetteer.crawl.parallel", "64",
              "gazetteer.crawl.courteous", "false",
              "gazetteer.crawl.batch-consumers", "12",
              "gazetteer.recovery.interval", "300ms",
              "spring.datasource.hikari.maximum-pool-size", "50",
              "spring.kafka.consumer.properties.session.timeout.ms", "2000",
              "spring.kafka.consumer.properties.heartbeat.interval.ms", "500"));
  private final Registrations registrations = new Registrations(workers.client());
  private final IndexedFacts index = new IndexedFacts(workers.client());
  private final JdbcClient catalog = workers.client().getBean(JdbcClient.class);
  private final Crawls crawls = workers.client().getBean(Crawls.class);
  private final Map<UUID, String> databases = new HashMap<>();

  private Relay relayTo(int port) {
    return new Relay(port, PostgresFraming::new, gate);
  }

  @AfterAll
  void stop() {
    workers.close();
    catalogRelay.close();
    sourceRelay.close();
    indexRelay.close();
  }

  @Test
  void aCrawlIsRightWhereverItsWorkerDies() {
    var worker = startWorker();
    var points = points();
    log.info("{} points: {}", points.size(), points);
    assertThat(points.size()).isGreaterThanOrEqualTo(12);
    int reached = 0;
    for (var some : rounds(points)) {
      var held = prepare(some);
      log.info("{} crawls begin", held.size());
      reached += hold(held);
      log.info("They stand still");
      worker.kill();
      gate.watch(List.of());
      endConnections();
      awaitEndOfSessions();
      letLeasesRunOut();
      worker = startWorker();
      held.forEach(this::checkEnd);
      log.info("Another worker has brought them to their ends");
    }
    log.info("{} crawls were held at their points", reached);
    assertThat(reached).isGreaterThanOrEqualTo(points.size() * 9 / 10);
  }

  /**
   * Neighbours go into different rounds: the client of the index has ten connections, and each
   * crawl that is held at one of its requests keeps one.
   */
  private static List<List<KillPoint>> rounds(List<KillPoint> points) {
    int number = (points.size() + AT_ONCE - 1) / AT_ONCE;
    return IntStream.range(0, number)
        .mapToObj(
            round ->
                IntStream.range(0, points.size())
                    .filter(i -> i % number == round)
                    .mapToObj(points::get)
                    .toList())
        .toList();
  }

  private WorkerProcess startWorker() {
    var catalogUrl = requireNonNull(workers.settings().get("spring.datasource.url"));
    var postgres = ":" + TestServers.catalog().port() + "/";
    return workers.start(
        Map.of(
            "spring.datasource.url",
            catalogUrl.replace(postgres, ":" + catalogRelay.port() + "/")
                + "?prepareThreshold=0&sslmode=disable&ApplicationName="
                + KILLED,
            "spring.elasticsearch.uris",
            "http://127.0.0.1:" + indexRelay.port(),
            // Many crawls stand still at once, each with its connection to the one server.
            "gazetteer.source.server-connections",
            "0"));
  }

  /** What one crawl asks for when nothing disturbs it, and what of that is tried. */
  private List<KillPoint> points() {
    var crawl = prepare(Collections.singletonList(null)).getFirst();
    end(crawl.crawl());
    var labels = crawl.labels();
    log.info("A crawl asks {} times", labels.size());
    var occurrences = new LinkedHashMap<String, Integer>();
    var points = new ArrayList<KillPoint>();
    for (String label : labels) {
      int occurrence = occurrences.merge(label, 1, Integer::sum);
      if (ALL) {
        points.add(new KillPoint(label, occurrence, Verdict.HOLD));
        points.add(new KillPoint(label, occurrence, Verdict.HOLD_ANSWER));
      } else if (occurrence == 1 || label.equals(WRITES)) {
        boolean arrives = label.equals(WRITES) || points.size() % 2 == 0;
        var verdict = arrives ? Verdict.HOLD_ANSWER : Verdict.HOLD;
        points.add(new KillPoint(label, occurrence, verdict));
      }
    }
    return points;
  }

  /** Crawls databases once, changes them, and starts the crawls that are to be held. */
  private List<HeldCrawl> prepare(List<@Nullable KillPoint> points) {
    var sources = points.stream().map(point -> register()).toList();
    sources.stream()
        .map(source -> registrations.crawl(source, true).crawlId())
        .toList()
        .forEach(crawl -> assertThat(end(crawl).state()).isEqualTo(CrawlState.SUCCEEDED));
    var held = new ArrayList<HeldCrawl>();
    for (int i = 0; i < points.size(); i++) {
      var source = sources.get(i);
      var database = requireNonNull(databases.get(source));
      change(database);
      var crawl = registrations.crawl(source, false);
      held.add(new HeldCrawl(crawl, database, points.get(i)));
    }
    gate.watch(held);
    held.forEach(crawl -> wake(crawl.crawl()));
    return held;
  }

  private UUID register() {
    var server = TestServers.postgres();
    var database = "killed_" + UUID.randomUUID().toString().substring(0, 8);
    server.createDatabase(database);
    execute(
        database,
        """
        do $$ begin for i in 1..8 loop
          execute format('create table t%s (a int primary key, b text, c int, d date)', i);
        end loop; end $$
        """);
    var source =
        registrations.register(
            DatabaseKind.POSTGRESQL,
            sourceRelay.port(),
            database,
            server.username(),
            server.password());
    databases.put(source, database);
    return source;
  }

  private static void change(String database) {
    execute(
        database,
        """
        drop table t1, t2;
        create table t9 (a int, b text);
        alter table t3 add column e text, drop column d;
        alter table t4 alter column c type bigint;
        """);
  }

  private static void execute(String database, String sql) {
    try (var connection = TestServers.postgres().connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits until each crawl stands still, or the machine is too slow for that: the others die where
   * they are. Returns how many stand still at their points.
   */
  private int hold(List<HeldCrawl> held) {
    try {
      await("the crawls to stand still")
          .atMost(Duration.ofSeconds(40))
          .until(() -> held.stream().allMatch(crawl -> crawl.isHeld() || isOver(crawl)));
    } catch (ConditionTimeoutException e) {
      log.info("Not all crawls stand still: {}", e.getMessage());
    }
    held.stream()
        .filter(crawl -> !crawl.isHeld())
        .forEach(crawl -> log.info("Not held: {}", crawl.point()));
    return (int) held.stream().filter(HeldCrawl::isHeld).count();
  }

  private boolean isOver(HeldCrawl crawl) {
    return !crawls.find(crawl.crawl()).orElseThrow().state().isLive();
  }

  private void endConnections() {
    catalogRelay.endConnections();
    sourceRelay.endConnections();
    indexRelay.endConnections();
  }

  private void wake(UUID crawl) {
    catalog.sql("update crawl set wake_at = now() where id = ?").param(crawl).update();
  }

  /** A heartbeat that waited for a lock may still come through when its process is long dead. */
  private void awaitEndOfSessions() {
    await("the end of the dead worker's sessions")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                catalog
                        .sql("select count(*) from pg_stat_activity where application_name = ?")
                        .param(KILLED)
                        .query(Long.class)
                        .single()
                    == 0);
  }

  /** As if the time of the leases had passed. */
  private void letLeasesRunOut() {
    catalog
        .sql("update crawl set lease_until = now() - interval '1 second' where lease_until > now()")
        .update();
    catalog
        .sql(
            """
            update crawl_batch set lease_until = now() - interval '1 second'
            where lease_until > now()
            """)
        .update();
    catalog.sql("update crawl set wake_at = now() where live").update();
  }

  private void checkEnd(HeldCrawl held) {
    var crawl = end(held.crawl());
    var facts = facts(held.database());
    assertThat(crawl.state())
        .as("killed %s: %s", held.point(), crawl)
        .isEqualTo(CrawlState.SUCCEEDED);
    assertThat(index.read(held.dataSource()).differenceTo(facts))
        .as("killed %s", held.point())
        .isEmpty();
    var counts = crawl.counts();
    assertThat(counts.tablesSeen()).isEqualTo(facts.tables().size());
    assertThat(counts.columnsSeen()).isEqualTo(facts.columns().size());
    assertThat(counts.tablesIndexed() + counts.tablesUnchanged()).isEqualTo(counts.tablesSeen());
    assertThat(counts.tablesFailed()).isZero();
  }

  private static Facts facts(String database) {
    try {
      return SourceOracle.read(TestServers.postgres(), database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Crawl end(UUID id) {
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> crawls.find(id).orElseThrow(), found -> !found.state().isLive());
  }
}
