package io.gazetteer.api.crawls.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.api.crawls.control.OldCrawls.Kept;
import io.gazetteer.api.testing.History;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OldCrawlsIT {
  private static final Duration MONTHS_AGO = Duration.ofDays(90);
  private final TestApi api = TestApi.shared();
  private final RegisteredDataSources sources = new RegisteredDataSources(api);
  private final History history = new History(api);
  private final JdbcClient jdbc = api.bean(JdbcClient.class);

  @Test
  void keepsTheNewestAndTheYoung() {
    var id = source("old_many");
    history.add(id, "SUCCEEDED", MONTHS_AGO, 250);
    history.add(id, "FAILED", Duration.ofDays(29), 2);
    var few = source("old_few");
    history.add(few, "SUCCEEDED", MONTHS_AGO, 5);

    assertThat(oldCrawls(6).removeAll()).isEqualTo(247);

    assertThat(epochs(id))
        .containsExactlyElementsOf(LongStream.rangeClosed(248, 253).boxed().toList());
    assertThat(epochs(few)).hasSize(6);
  }

  @Test
  void keepsTheYoungHoweverMany() {
    var id = source("old_young");
    history.add(id, "SUCCEEDED", Duration.ofDays(29), 20);

    oldCrawls(3).removeAll();

    assertThat(epochs(id)).hasSize(20);
  }

  @Test
  void keepsTheLastResultAndALiveCrawl() {
    var held = source("old_held");
    history.add(held, "HELD", MONTHS_AGO);
    var live = source("old_live");
    history.add(live, "HELD", MONTHS_AGO);
    api.post("/api/db-credentials/" + live + "/crawls", null);

    oldCrawls(1).removeAll();

    assertThat(epochs(held)).containsExactly(2L);
    assertThat(epochs(live)).containsExactly(2L, 3L);
  }

  @Test
  void refusesToKeepNothing() {
    assertThatThrownBy(() -> new Kept(0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keep-count");
  }

  @Test
  void runsByItself() {
    assertThat(
            jdbc.sql("select count(*) from scheduled_tasks where task_name = 'prune-crawls'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  /** With a first crawl that ended long ago. */
  private UUID source(String dbName) {
    var id = sources.crawled(dbName);
    history.shift(id, MONTHS_AGO);
    return id;
  }

  private OldCrawls oldCrawls(int number) {
    return new OldCrawls(jdbc, Clock.systemUTC(), new Kept(number, Duration.ofDays(30)));
  }

  private List<Long> epochs(UUID id) {
    return jdbc.sql("select epoch from crawl where data_source_id = :id order by epoch")
        .param("id", id)
        .query(Long.class)
        .list();
  }
}
