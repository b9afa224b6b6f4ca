package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.catalog.Crawls;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.IndexedFacts;
import io.gazetteer.worker.testing.fixtures.Registrations;
import io.gazetteer.worker.testing.processes.CutAfter;
import io.gazetteer.worker.testing.processes.WorkerServers;
import io.gazetteer.worker.testing.relay.Framing;
import io.gazetteer.worker.testing.relay.MySqlFraming;
import io.gazetteer.worker.testing.relay.PostgresFraming;
import io.gazetteer.worker.testing.relay.Relay;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The connection to a source ends at each of a crawl's statements, and does not come back. */
class CutConnectionIT {
  private static final Logger log = LoggerFactory.getLogger(CutConnectionIT.class);
  private static final int TABLES = 10;

  private final ApplicationContext worker = WorkerServers.worker();
  private final Registrations registrations = new Registrations(worker);
  private final IndexedFacts index = new IndexedFacts(worker);
  private final JdbcClient catalog = worker.getBean(JdbcClient.class);
  private final Crawls crawls = worker.getBean(Crawls.class);

  /** A kind of database, and how one listens to it. */
  private record Source(DatabaseKind kind, DatabaseServer server, Supplier<Framing> framing) {}

  @Test
  void removesNothingWhereverAPostgresConnectionIsCut() {
    var server = TestServers.postgres();
    cutEverywhere(new Source(DatabaseKind.POSTGRESQL, server, PostgresFraming::new));
  }

  @Test
  void removesNothingWhereverAMariaDbConnectionIsCut() {
    var server = TestServers.mariaDb();
    cutEverywhere(new Source(DatabaseKind.MARIADB, server, MySqlFraming::new));
  }

  /** Makes a database for one registration: a database behind two of them is refused. */
  private static String createDatabase(DatabaseServer server) {
    var database = "cut_" + UUID.randomUUID().toString().substring(0, 8);
    server.createDatabase(database);
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      for (int i = 0; i < TABLES; i++) {
        statement.execute(
            "create table t%d (a int primary key, b varchar(20), c int, d int, e int)"
                .formatted(i));
      }
      statement.execute("create view v as select a, b from t0");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return database;
  }

  private void cutEverywhere(Source source) {
    var statements = statementsOf(source);
    log.info("{}: a crawl asks {} times: {}", source.kind(), statements.size(), statements);
    assertThat(statements.size()).isGreaterThan(10);
    var cuts = IntStream.range(0, statements.size()).mapToObj(answered -> new Cut(source)).toList();
    try {
      crawlAll(cuts, Cut::connected);
      var before = cuts.stream().map(cut -> index.versions(cut.id)).toList();
      IntStream.range(0, cuts.size()).forEach(i -> cuts.get(i).gate.answer(i));
      var ended = crawlAll(cuts, cut -> {});
      for (int i = 0; i < cuts.size(); i++) {
        check(statements.get(i), i, cuts.get(i), ended.get(i), before.get(i));
      }
      cuts.forEach(cut -> cut.gate.answer(Integer.MAX_VALUE));
      assertThat(crawlAll(cuts, cut -> {}))
          .allMatch(crawl -> crawl.state() == CrawlState.SUCCEEDED)
          .allMatch(crawl -> crawl.counts().tablesSeen() == TABLES + 1)
          .allMatch(crawl -> crawl.counts().tablesUnchanged() == TABLES + 1);
    } finally {
      cuts.forEach(Cut::close);
    }
  }

  private List<String> statementsOf(Source source) {
    try (var cut = new Cut(source)) {
      // The first crawl also asks the server how many connections it allows.
      crawlAll(List.of(cut), Cut::connected);
      int first = cut.gate.labels().size();
      crawlAll(List.of(cut), Cut::connected);
      var labels = List.copyOf(cut.gate.labels());
      return labels.subList(first, labels.size());
    }
  }

  private void check(String statement, int answered, Cut cut, Crawl crawl, Map<?, ?> before) {
    assertThat(cut.gate.hasCut()).as("cut at %d: %s", answered, statement).isTrue();
    assertThat(index.versions(cut.id)).as("cut at %d: %s", answered, statement).isEqualTo(before);
    assertThat(crawl.counts().tablesRemoved()).isZero();
    assertThat(crawl.state())
        .as("cut at %d: %s", answered, statement)
        .isIn(CrawlState.FAILED, CrawlState.PARTIAL);
    assertThat(crawl.error()).isNotNull();
  }

  private List<Crawl> crawlAll(List<Cut> cuts, Consumer<Cut> check) {
    var started = new ArrayList<UUID>();
    cuts.forEach(cut -> started.add(registrations.crawl(cut.id, true).crawlId()));
    var ended = started.stream().map(this::end).toList();
    cuts.forEach(check);
    return ended;
  }

  private Crawl end(UUID id) {
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> crawls.find(id).orElseThrow(), crawl -> !crawl.state().isLive());
  }

  /** A data source of its own, whose connections can be cut. */
  private final class Cut implements AutoCloseable {
    final CutAfter gate = new CutAfter();
    final UUID id;
    private final Relay relay;

    Cut(Source source) {
      var server = source.server();
      relay = new Relay(server.port(), source.framing(), gate);
      id =
          registrations.register(
              source.kind(),
              relay.port(),
              createDatabase(server),
              server.username(),
              server.password());
    }

    void connected() {
      assertThat(gate.labels()).isNotEmpty();
    }

    /** The relay goes, and so does what needs it. */
    @Override
    public void close() {
      catalog.sql("delete from data_source where id = ?").param(id).update();
      relay.close();
    }
  }
}
