package io.gazetteer.api.crawls.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.common.catalog.CrawlState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LiveCrawlIT {
  private final TestApi api = TestApi.shared();
  private final CrawlRows rows = new CrawlRows(api);

  @ParameterizedTest
  @EnumSource
  void isLiveInTheCatalogStoreInTheSameStates(CrawlState state) {
    var source = new RegisteredDataSources(api).register("live_" + state);
    var crawl = rows.newest(source);
    rows.set(
        crawl, "state = '" + state + "'", "finished_at = " + (state.isLive() ? "null" : "now()"));

    assertThat(
            api.bean(JdbcClient.class)
                .sql("select live from crawl where id = :id")
                .param("id", crawl)
                .query(Boolean.class)
                .single())
        .isEqualTo(state.isLive());
  }
}
