package io.gazetteer.benchmarks;

import io.gazetteer.benchmarks.crawl.Launcher;
import io.gazetteer.benchmarks.crawl.Target;
import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.postgresql.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a first user feels: how long the start takes on a new data folder and again, how
 * much memory it needs, and how soon a registered database can be searched. Each figure is the
 * median of three starts.
 */
final class MainJob {
  private static final int ROUNDS = 3;
  private static final int SAMPLE_TABLES = 30;
  private static final int LARGE_TABLES = 500;

  private final List<Double> firstStarts = new ArrayList<>();
  private final List<Double> secondStarts = new ArrayList<>();
  private final List<Double> megabytes = new ArrayList<>();
  private final List<Double> sampleCrawls = new ArrayList<>();
  private final List<Double> largeCrawls = new ArrayList<>();

  private MainJob() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory("gazetteer-benchmark");
    try (var source = EmbeddedPostgres.start(folder.resolve("source"))) {
      create(source, "sample", SAMPLE_TABLES);
      create(source, "large", LARGE_TABLES);
      var job = new MainJob();
      for (int round = 0; round < ROUNDS; round++) {
        job.run(Files.createDirectories(folder.resolve("data" + round)), source);
      }
      job.print();
    } finally {
      delete(folder);
    }
  }

  private void run(Path data, DatabaseServer source) throws Exception {
    int port = FreePorts.free();
    long begin = System.nanoTime();
    try (var gazetteer = Launcher.start(data, port)) {
      firstStarts.add(secondsSince(begin));
      begin = System.nanoTime();
      gazetteer.api().crawl(Target.postgres(source, "sample"), "sample_table_7");
      sampleCrawls.add(secondsSince(begin));
      begin = System.nanoTime();
      gazetteer.api().crawl(Target.postgres(source, "large"), "large_table_499");
      largeCrawls.add(secondsSince(begin));
      megabytes.add((double) gazetteer.residentMegabytes());
    }
    begin = System.nanoTime();
    var again = Launcher.start(data, port);
    secondStarts.add(secondsSince(begin));
    again.close();
  }

  private void print() {
    System.out.println("| figure | promised | measured (median of " + ROUNDS + ") |");
    System.out.println("|---|---|---|");
    row("start on a new data folder, until ready", "45 s", "%.1f s", firstStarts);
    row("start again on the same folder", "45 s", "%.1f s", secondStarts);
    row("resident memory of all processes, after both crawls", "2500 MB", "%.0f MB", megabytes);
    row(
        "registration to searchable, " + SAMPLE_TABLES + " tables x 20 columns",
        "10 s",
        "%.2f s",
        sampleCrawls);
    row(
        "registration to searchable, " + LARGE_TABLES + " tables x 20 columns",
        "20 s",
        "%.2f s",
        largeCrawls);
  }

  private static void row(String figure, String promised, String format, List<Double> measured) {
    measured.sort(Comparator.naturalOrder());
    var median = String.format(Locale.ROOT, format, measured.get(measured.size() / 2));
    System.out.printf("| %s | %s | %s |%n", figure, promised, median);
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
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

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
