package io.gazetteer.benchmarks.reading;

import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.CpuTime;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.DelayProxy;
import io.gazetteer.benchmarks.source.PostgresSource;
import io.gazetteer.benchmarks.source.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Measures how long reading a PostgreSQL catalog alone takes. */
public final class Reading implements Benchmark {
  private final Sizes sizes = Sizes.orElse(10_000, 100, 5);
  private final Report report = sizes.report("PostgreSQL", "");

  @Override
  public void run(Workspace workspace) throws Exception {
    var source = PostgresSource.start(workspace);
    var proxy = workspace.keep(DelayProxy.start(source.server().port(), Duration.ofMillis(5)));
    var company = source.create(sizes);
    try (var connection = source.server().connect(PostgresSource.COMPANY)) {
      againstRawFacts(company, connection);
    }
    var figure = "reading against getTables and four metadata calls for each table";
    againstMetadataCalls(figure, 8, company, 1000);
    againstMetadataCalls("the same with 5 ms added round trip", 50, company.behind(proxy), 200);
    againstSchemaCrawler(company, source.server().jdbcUrl(PostgresSource.COMPANY));
    report.count(
        "statements of this reading, counted by the server",
        30 + sizes.tables() / 100L,
        source.statements().during(() -> read(company)));
    var cpu =
        new CpuTime()
            .add("server", source.server().process())
            .add("client", ProcessHandle.current());
    report.processorTime("one reading", cpu, () -> read(company));
    try (var connection = source.server().connect(PostgresSource.COMPANY)) {
      var facts = new RawFacts(connection);
      report.processorTime("one `COPY` of the same facts", cpu, facts::readDeparsed);
      report.processorTime("one `COPY` of stored trees", cpu, facts::readStored);
    }
    report.print();
  }

  private void againstRawFacts(Target company, Connection connection) throws Exception {
    var facts = new RawFacts(connection);
    var stored = "COPY of stored trees";
    var timed =
        new Rounds()
            .add("COPY", Work.timed(facts::readDeparsed))
            .add("reading", ours(company))
            .add(stored, Work.timed(facts::readStored))
            .run(sizes.rounds());
    report.atMost(
        "read and assemble all relations ÷ `COPY` of the same raw catalog facts",
        2.0,
        timed,
        "reading",
        "COPY");
    report.fact(
        "the same ÷ `COPY` that leaves expressions as the server stores them",
        "%.2f (%s)".formatted(timed.ratio("reading", stored), timed.times(stored)));
  }

  private void againstMetadataCalls(String figure, int promised, Target company, int sample)
      throws Exception {
    var timed =
        new Rounds()
            .add("reading", ours(company))
            .add("metadata calls", new MetadataCalls(company, sample)::seconds)
            .run(sizes.rounds());
    report.atLeast(
        figure,
        promised,
        timed.ratio("metadata calls", "reading"),
        "%s, %s scaled from %d tables"
            .formatted(
                timed.times("reading"),
                timed.times("metadata calls"),
                Math.min(sample, sizes.tables())));
  }

  /** Runs one round only: SchemaCrawler keeps the server busy for minutes. */
  private void againstSchemaCrawler(Target company, String url) throws Exception {
    var peer = new SchemaCrawlerProcess(url, company.password(), columns());
    var timed =
        new Rounds().add("reading", ours(company)).add("SchemaCrawler", peer::seconds).run(1);
    report.atLeast(
        "reading against SchemaCrawler of the same facts",
        10,
        timed.ratio("SchemaCrawler", "reading"),
        "%s, %s, one round".formatted(timed.times("reading"), timed.times("SchemaCrawler")));
  }

  private Work ours(Target company) {
    return Work.timed(() -> read(company));
  }

  private void read(Target company) throws Exception {
    long read = new OurReading(company).run();
    if (read != columns()) {
      throw new SQLException("Only " + read + " columns were read");
    }
  }

  private long columns() {
    return (long) sizes.tables() * sizes.columns();
  }
}
