package io.gazetteer.api.sources.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.crawls.control.CrawlStarter;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ScheduleIT {
  private final TestApi api = TestApi.shared();
  private final RegisteredDataSources sources = new RegisteredDataSources(api);
  private final Turns turns = new Turns(api);
  private final JdbcClient jdbc = api.bean(JdbcClient.class);

  @Test
  void startsWhatIsDueOnce() {
    var id = sources.crawled("schedule_due");
    turns.makeDue(id);

    Awaitility.await().until(() -> turns.epoch(id) == 2);

    api.bean(DueCrawls.class).startAll();
    assertThat(turns.epoch(id)).isEqualTo(2);
    assertNextWithin(id, "12 hours", "36 hours");
  }

  @Test
  void waitsForALiveCrawl() {
    var id = sources.register("schedule_live");
    turns.makeDue(id);

    api.bean(DueCrawls.class).startAll();
    assertThat(turns.epoch(id)).isEqualTo(1);
    sources.endCrawl(id, "SUCCEEDED");

    Awaitility.await().until(() -> turns.epoch(id) == 2);
  }

  @Test
  void leavesAloneWhatHasNoSchedule() {
    var id = sources.crawled("schedule_none");
    setSchedule(id, "off");
    jdbc.sql("update data_source set next_crawl_at = null where id = :id").param("id", id).update();

    api.bean(DueCrawls.class).startAll();

    assertThat(turns.epoch(id)).isEqualTo(1);
  }

  @Test
  void startsWhatIsOffOnceWhenItIsToldTo() {
    var id = sources.crawled("schedule_off");
    setSchedule(id, "off");
    turns.take(id);
    sources.endCrawl(id, "SUCCEEDED");

    api.bean(DueCrawls.class).startAll();

    assertThat(turns.epoch(id)).isEqualTo(2);
    assertThat(next(id)).isEqualTo("null");
  }

  @Test
  void startsMissedTurnsOnce() {
    var id = sources.crawled("schedule_outage");
    setSchedule(id, "PT1H");
    turns.take(id);
    sources.endCrawl(id, "SUCCEEDED");

    api.bean(DueCrawls.class).startAll();

    assertThat(turns.epoch(id)).isEqualTo(2);
    assertNextWithin(id, "29 minutes", "91 minutes");
  }

  @Test
  void startsAtTheHoursOfACron() {
    var id = sources.crawled("schedule_cron");
    setSchedule(id, "0 3 * * *");

    turns.take(id);

    assertThat(turns.epoch(id)).isEqualTo(2);
    assertNextWithin(id, "0 hours", "24 hours 2 minutes");
    assertThat(next(id)).containsAnyOf(" 03:00:", " 03:01:");
  }

  @Test
  void isNotHeldUpByAScheduleThatCannotBeRead() {
    var wrong = sources.crawled("schedule_wrong");
    var right = sources.crawled("schedule_right");
    setSchedule(wrong, "nonsense");
    turns.makeDue(wrong);

    turns.take(right);
    Awaitility.await().until(() -> turns.epoch(wrong) == 2);

    assertThat(turns.epoch(right)).isEqualTo(2);
  }

  @Test
  void startsEachOnceByWhicheverProcess() throws Exception {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < 200; i++) {
      ids.add(sources.register("schedule_race_" + i));
    }
    var all = ids.toArray(UUID[]::new);
    jdbc.sql(
            """
            update crawl set state = 'SUCCEEDED', finished_at = now()
            where data_source_id = any(:ids)
            """)
        .param("ids", all)
        .update();
    jdbc.sql(
            """
            update data_source set schedule = 'PT1H', next_crawl_at = now() - interval '5 hours'
            where id = any(:ids)
            """)
        .param("ids", all)
        .update();

    assertThat(startTogether(2)).isBetween(1, 200);

    assertThat(
            jdbc.sql(
                    """
                    select d.epoch || ' ' || (select count(*) from crawl where data_source_id = d.id)
                    from data_source d where id = any(:ids)
                    """)
                .param("ids", all)
                .query(String.class)
                .list())
        .hasSize(200)
        .containsOnly("2 2");
    assertThat(
            jdbc.sql(
                    """
                    select count(distinct date_trunc('minute', next_crawl_at)) from data_source
                    where id = any(:ids)
                    """)
                .param("ids", all)
                .query(Integer.class)
                .single())
        .isGreaterThan(25);
  }

  /** Two processes more than the one that polls already. */
  private int startTogether(int processes) throws Exception {
    var barrier = new CyclicBarrier(processes);
    try (var threads = Executors.newFixedThreadPool(processes)) {
      var started = new ArrayList<Future<Integer>>();
      for (int i = 0; i < processes; i++) {
        var process = dueCrawls();
        Callable<Integer> turn =
            () -> {
              barrier.await();
              return process.startAll();
            };
        started.add(threads.submit(turn));
      }
      int sum = 0;
      for (var future : List.copyOf(started)) {
        sum += future.get();
      }
      // What the polling process has in hand is not in the sum, but ends soon.
      Awaitility.await().until(() -> dueCrawls().startAll() == 0 && noneDue());
      return sum;
    }
  }

  private DueCrawls dueCrawls() {
    var times = new StartTimes(Clock.systemUTC(), Duration.ZERO);
    return new DueCrawls(
        jdbc,
        api.bean(TransactionTemplate.class),
        api.bean(CrawlStarter.class),
        times,
        new Backoffs(jdbc, times));
  }

  private boolean noneDue() {
    return jdbc.sql(
            """
            select not exists (select from data_source
              where db_name like 'schedule_race_%' and next_crawl_at < now())
            """)
        .query(Boolean.class)
        .single();
  }

  private void setSchedule(UUID id, String schedule) {
    jdbc.sql("update data_source set schedule = :schedule where id = :id")
        .param("id", id)
        .param("schedule", schedule)
        .update();
  }

  private void assertNextWithin(UUID id, String least, String most) {
    assertThat(
            jdbc.sql(
                    """
                    select next_crawl_at between now() + :least::interval and now() + :most::interval
                    from data_source where id = :id
                    """)
                .param("id", id)
                .param("least", least)
                .param("most", most)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private String next(UUID id) {
    return jdbc.sql(
            """
            select coalesce((next_crawl_at at time zone 'UTC')::text, 'null')
            from data_source where id = :id
            """)
        .param("id", id)
        .query(String.class)
        .single();
  }
}
