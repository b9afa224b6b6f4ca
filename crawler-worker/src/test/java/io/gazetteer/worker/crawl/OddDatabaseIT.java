package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.servers.testing.facts.SourceOracle;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import io.gazetteer.worker.testing.fixtures.IndexedFacts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a database may hold that few do, from the source to the index. */
class OddDatabaseIT extends CrawledDatabase {
  /** Of all, a table and a column are called. No name is as long as the 63 bytes there are. */
  private static final List<String> ODD =
      List.of(
          "\"",
          "'",
          "\\",
          "🛒",
          "\n",
          " ",
          "\t",
          "\r\n",
          "a b",
          " lead",
          "trail ",
          "User",
          "user",
          "USER",
          "é",
          "e\u0301",
          "ﬁ",
          "İ",
          "ß",
          "价格",
          "ключ",
          "\u202eright",
          "%",
          "_",
          "*",
          "?",
          "/",
          ".",
          "a.b",
          "..",
          "{}",
          "[0]",
          "$1",
          "#",
          "&amp;",
          "<b>",
          "null",
          "true",
          "0",
          "-1",
          "select",
          "--",
          ";",
          "`",
          "~",
          "^",
          "(",
          ")",
          "+",
          "=",
          "|",
          ":",
          ",",
          "@",
          "!",
          "\u200b",
          "\u00a0",
          "\ufeff",
          "\uffff",
          "\u0001");

  private static final int NAMES = 300;
  private static final int WIDEST = 1600;

  @Test
  void comesBackExactly() throws SQLException {
    createOddTables();
    execute(
        "create table public.wide (%s)"
            .formatted(
                IntStream.range(0, WIDEST)
                    .mapToObj(i -> "c" + i + " int")
                    .collect(Collectors.joining(", "))));
    execute("comment on table public.wide is '" + "x".repeat(1 << 20) + "'");
    execute("comment on table sales.lines is '" + "many words ".repeat(100_000) + "'");
    var source = register();

    assertThat(crawl(source).state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(
            new IndexedFacts(worker)
                .read(source)
                .differenceTo(SourceOracle.read(TestServers.postgres(), database)))
        .isEmpty();
    assertThat(commentLength(source, "wide")).isEqualTo(1 << 20);
    assertThat(commentLength(source, "lines")).isEqualTo(11 * 100_000);
  }

  private void createOddTables() {
    var names =
        IntStream.range(0, NAMES)
            .mapToObj(i -> ODD.get(i % ODD.size()) + (i < ODD.size() ? "" : i / ODD.size()))
            .toList();
    assertThat(names).doesNotHaveDuplicates().hasSize(NAMES);
    execute(
        names.stream()
            .map(name -> '"' + name.replace("\"", "\"\"") + '"')
            .map(name -> "create table sales.%s (%s int)".formatted(name, name))
            .collect(Collectors.joining(";\n")));
  }

  private int commentLength(UUID source, String table) {
    return index
        .hits("gazetteer-tables", source)
        .valueStream()
        .filter(hit -> hit.at("/_source/name").asString().equals(table))
        .mapToInt(hit -> hit.at("/_source/comment").asString().length())
        .sum();
  }

  /** A source is altered all the time while it is crawled. */
  @Test
  void waitsNotASecondToBeAltered() throws SQLException {
    execute(
        """
        do $$ begin for i in 1..400 loop
          execute format('create table public.t%s (a int check (a > 0), b text default ''x'')', i);
          execute format('create view public.v%s as select a from public.t%s', i, i);
        end loop; end $$
        """);
    var source = register();
    var crawl = registrations.crawl(source, true).crawlId();
    long longest = 0;
    int altered = 0;
    try (var connection = TestServers.postgres().connect(database);
        var statement = connection.createStatement()) {
      while (isLive(crawl)) {
        long start = System.nanoTime();
        statement.execute(
            "alter table public.t%d alter column a set not null".formatted(1 + altered % 400));
        longest = Math.max(longest, System.nanoTime() - start);
        altered++;
      }
    }

    assertThat(altered).isGreaterThan(5);
    assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(1));
  }

  private boolean isLive(UUID crawl) {
    return catalog
        .sql("select finished_at is null from crawl where id = ?")
        .param(crawl)
        .query(Boolean.class)
        .single();
  }
}
