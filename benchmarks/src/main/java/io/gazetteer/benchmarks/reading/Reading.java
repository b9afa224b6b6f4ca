package io.gazetteer.benchmarks.reading;

import io.gazetteer.benchmarks.frame.CpuTime;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.DelayProxy;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.sql.SQLException;
import java.time.Duration;

/** Reading a PostgreSQL catalog alone. */
public final class Reading {
  private static final String DATABASE = "company";
  private static final int BATCH_COLUMNS = 80_000;

  private final int tables = Options.number("tables", 10_000);
  private final int columns = Options.number("columns", 100);
  private final int rounds = Options.number("rounds", 5);
  private final int batchColumns = Options.number("batchColumns", BATCH_COLUMNS);
  private final PostgresSource source;
  private final DelayProxy proxy;

  private Reading(PostgresSource source, DelayProxy proxy) {
    this.source = source;
    this.proxy = proxy;
  }

  /** Measures and prints. */
  public static void run() throws Exception {
    try (var workspace = Workspace.open()) {
      var source = workspace.keep(PostgresSource.start(workspace.path("source")));
      var proxy = workspace.keep(DelayProxy.start(source.server().port(), Duration.ofMillis(5)));
      new Reading(source, proxy).measure();
    }
  }

  private void measure() throws Exception {
    source.create(DATABASE, tables, columns);
    var report =
        new Report(
            "PostgreSQL, %,d tables x %d columns; medians of %d alternating rounds"
                .formatted(tables, columns, rounds));
    againstRawFacts(report);
    againstMetadataCalls(report);
    againstSchemaCrawler(report);
    statements(report);
    processorTime(report);
    report.print();
  }

  private void againstRawFacts(Report report) throws Exception {
    try (var connection = source.server().connect(DATABASE)) {
      var facts = new RawFacts(connection);
      var timed =
          new Rounds()
              .add("COPY", Work.timed(facts::readDeparsed))
              .add("reading", ours(source.server().port()))
              .add("COPY of stored trees", Work.timed(facts::readStored))
              .run(rounds);
      report.atMost(
          "read and assemble all relations ÷ `COPY` of the same raw catalog facts",
          2.0,
          "1.3",
          timed.ratio("reading", "COPY"),
          timed.times("reading") + ", " + timed.times("COPY"));
      report.fact(
          "the same ÷ `COPY` that leaves expressions as the server stores them",
          "%.2f (%s)"
              .formatted(
                  timed.ratio("reading", "COPY of stored trees"),
                  timed.times("COPY of stored trees")));
    }
  }

  private void againstMetadataCalls(Report report) throws Exception {
    var direct = compare(source.server().port(), 1000);
    report.atLeast(
        "reading against getTables and four metadata calls for each table",
        8,
        "",
        direct.ratio("metadata calls", "reading"),
        times(direct, 1000));
    var delayed = compare(proxy.port(), 200);
    report.atLeast(
        "the same with 5 ms added round trip",
        50,
        "100x",
        delayed.ratio("metadata calls", "reading"),
        times(delayed, 200));
  }

  private Rounds compare(int port, int sample) throws Exception {
    var calls = new MetadataCalls(port, DATABASE, source.server().password(), sample);
    return new Rounds()
        .add("reading", ours(port))
        .add("metadata calls", calls::seconds)
        .run(rounds);
  }

  private String times(Rounds timed, int sample) {
    return "%s, %s scaled from %d tables"
        .formatted(timed.times("reading"), timed.times("metadata calls"), Math.min(sample, tables));
  }

  /** One round: it keeps the server busy for minutes. */
  private void againstSchemaCrawler(Report report) throws Exception {
    var peer =
        new SchemaCrawlerProcess(
            source.server().jdbcUrl(DATABASE), source.server().password(), (long) tables * columns);
    var timed =
        new Rounds()
            .add("reading", ours(source.server().port()))
            .add("SchemaCrawler", peer::seconds)
            .run(1);
    report.atLeast(
        "reading against SchemaCrawler of the same facts",
        10,
        "20x",
        timed.ratio("SchemaCrawler", "reading"),
        "%s, %s, one round".formatted(timed.times("reading"), timed.times("SchemaCrawler")));
  }

  private void statements(Report report) throws Exception {
    long most = 30 + tables / 100L;
    long counted = source.statements().during(() -> read(source.server().port()));
    report.must(
        "statements of this reading, counted by the server",
        "<= " + most,
        "",
        counted <= most,
        Long.toString(counted));
  }

  private void processorTime(Report report) throws Exception {
    var cpu =
        new CpuTime()
            .add("server", source.server().process())
            .add("client", ProcessHandle.current());
    cpu.reset();
    read(source.server().port());
    report.fact("processor time of one reading", cpu.text());
    try (var connection = source.server().connect(DATABASE)) {
      cpu.reset();
      new RawFacts(connection).readDeparsed();
      report.fact("processor time of one `COPY` of the same facts", cpu.text());
      cpu.reset();
      new RawFacts(connection).readStored();
      report.fact("the same of stored trees", cpu.text());
    }
  }

  private Work ours(int port) {
    return Work.timed(() -> read(port));
  }

  private void read(int port) throws Exception {
    var address = OurReading.postgres(port, DATABASE);
    var counts = new OurReading(address, source.server().password(), batchColumns).run();
    if (counts.columns() != (long) tables * columns) {
      throw new SQLException("Not everything was read: " + counts);
    }
  }
}
