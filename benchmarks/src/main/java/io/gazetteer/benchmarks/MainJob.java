package io.gazetteer.benchmarks;

import io.gazetteer.benchmarks.crawl.Launcher;
import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.Target;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.postgresql.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a first user feels: how long the start takes on a new data folder and again, how
 * much memory it needs, and how soon a registered database can be searched.
 */
final class MainJob implements Benchmark {
  private static final int ROUNDS = 3;
  private static final int SAMPLE_TABLES = 30;
  private static final int LARGE_TABLES = 500;
  private static final int MOST_MEGABYTES = 2500;

  private final List<Double> megabytes = new ArrayList<>();

  @Override
  public void run(Workspace workspace) throws Exception {
    var source = workspace.keep(EmbeddedPostgres.start(workspace.path("source")));
    create(source, "sample", SAMPLE_TABLES);
    create(source, "large", LARGE_TABLES);
    var launcher = new Launcher(workspace);
    var timed =
        new Rounds()
            .add("first start", launcher::startAnew)
            .add("sample", crawl(launcher, source, "sample", "sample_table_7"))
            .add("large", crawl(launcher, source, "large", "large_table_499"))
            .add("second start", () -> startAgain(launcher))
            .run(ROUNDS);
    var report = new Report("Medians of %d new data folders".formatted(ROUNDS));
    report.seconds("start on a new data folder, until ready", 45, timed, "first start");
    report.seconds("start again on the same folder", 45, timed, "second start");
    double memory = Rounds.median(megabytes);
    report.promised(
        "resident memory of all processes, after both crawls",
        "<= " + MOST_MEGABYTES + " MB",
        memory <= MOST_MEGABYTES,
        String.format(Locale.ROOT, "%.0f MB", memory));
    var figure = "registration to searchable, %d tables x 20 columns";
    report.seconds(figure.formatted(SAMPLE_TABLES), 10, timed, "sample");
    report.seconds(figure.formatted(LARGE_TABLES), 20, timed, "large");
    report.print();
  }

  private static Work crawl(
      Launcher launcher, DatabaseServer source, String database, String words) {
    var target = Target.of(DatabaseKind.POSTGRESQL, source, database);
    return Work.timed(() -> launcher.api().crawl(target, words));
  }

  private double startAgain(Launcher launcher) throws Exception {
    megabytes.add((double) launcher.residentMegabytes());
    return launcher.startAgain();
  }

  private static void create(DatabaseServer server, String database, int tables)
      throws SQLException {
    server.createDatabase(database);
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          do $$
          declare columns text;
          begin
            select string_agg(format('column_%%s %%s', i,
                     (array['integer', 'text not null', 'numeric(12,2) default 0',
                            'timestamptz default now()', 'boolean'])[1 + i %% 5]), ', ')
              into columns from generate_series(1, 19) i;
            for t in 1..%1$d loop
              execute format('create table %2$s_table_%%s (id bigint primary key, %%s)', t, columns);
              execute format('comment on table %2$s_table_%%s is ''Table number %%s''', t, t);
            end loop;
          end $$
          """
              .formatted(tables, database));
    }
  }
}
