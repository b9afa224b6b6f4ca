package io.gazetteer.api.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Sources;
import io.gazetteer.api.testing.TestApi;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScheduleIT {
  private final TestApi api = TestApi.shared();
  private final Sources sources = new Sources(api);
  private final JdbcClient jdbc = api.bean(JdbcClient.class);

  @Test
  void startsWhatIsDueOnce() {
    var id = sources.crawled("schedule_due");
    makeDue(id);

    Awaitility.await().until(() -> epoch(id) == 2);

    api.bean(DueCrawls.class).startAll();
    assertThat(epoch(id)).isEqualTo(2);
    assertThat(
            jdbc.sql(
                    """
                    select next_crawl_at between now() + interval '23 hours'
                      and now() + interval '25 hours' from data_source where id = :id
                    """)
                .param("id", id)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void waitsForALiveCrawl() {
    var id = sources.register("schedule_live");
    makeDue(id);

    api.bean(DueCrawls.class).startAll();
    assertThat(epoch(id)).isEqualTo(1);
    sources.endCrawl(id, "SUCCEEDED");

    Awaitility.await().until(() -> epoch(id) == 2);
  }

  @Test
  void leavesAloneWhatHasNoSchedule() {
    var id = sources.crawled("schedule_off");
    jdbc.sql("update data_source set next_crawl_at = null where id = :id").param("id", id).update();

    api.bean(DueCrawls.class).startAll();

    assertThat(epoch(id)).isEqualTo(1);
  }

  private void makeDue(UUID id) {
    jdbc.sql("update data_source set next_crawl_at = now() - interval '3 days' where id = :id")
        .param("id", id)
        .update();
  }

  private long epoch(UUID id) {
    return jdbc.sql("select epoch from data_source where id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }
}
