package io.gazetteer.benchmarks.source;

import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.servers.postgresql.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Counts what a PostgreSQL server is asked by crawlers, as the server itself logs it: every
 * statement, those that begin and end transactions included.
 */
public final class StatementLog {
  private static final String CRAWLER = "gazetteer-crawler|LOG:  ";

  private final EmbeddedPostgres server;
  private final Path log;

  StatementLog(EmbeddedPostgres server, Path log) {
    this.server = server;
    this.log = log;
  }

  /** Runs the work; returns the statements of sessions that began meanwhile. */
  public long during(Work.Step work) throws Exception {
    long from = Files.size(log);
    set("all");
    try {
      work.run();
    } finally {
      set("none");
    }
    return count(from);
  }

  private long count(long from) throws IOException {
    try (var channel = Files.newByteChannel(log).position(from);
        var reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
      return reader.lines().filter(StatementLog::isStatement).count();
    }
  }

  private static boolean isStatement(String line) {
    return line.startsWith(CRAWLER + "statement:")
        || line.startsWith(CRAWLER + "execute ")
        || line.startsWith(CRAWLER + "fastpath ");
  }

  private void set(String value) throws SQLException, InterruptedException {
    try (var connection = server.connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("alter system set log_statement = '" + value + "'");
      statement.execute("select pg_reload_conf()");
    }
    while (!value.equals(current())) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private String current() throws SQLException {
    try (var connection = server.connect("postgres");
        var statement = connection.createStatement();
        var row = statement.executeQuery("show log_statement")) {
      row.next();
      return row.getString(1);
    }
  }
}
