package io.gazetteer.common.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventTest {
  private static final UUID SOURCE = UUID.fromString("6f1c0a4e-0000-4000-8000-000000000001");
  private static final UUID CRAWL = UUID.fromString("6f1c0a4e-0000-4000-8000-000000000002");

  @Test
  void carriesIdsOnlyInSnakeCase() {
    var json = JsonMapper.shared().writeValueAsString(new BatchRequested(SOURCE, CRAWL, 7, 3));
    assertThat(json)
        .isEqualTo(
            """
            {"data_source_id":"%s","crawl_id":"%s","epoch":7,"batch_no":3}"""
                .formatted(SOURCE, CRAWL));
  }

  @Test
  void isReadBack() {
    var event = new CrawlFinished(SOURCE, CRAWL, 1, "SUCCEEDED");
    var json = JsonMapper.shared().writeValueAsString(event);
    assertThat(JsonMapper.shared().readValue(json, CrawlFinished.class)).isEqualTo(event);
  }

  @Test
  void spreadsTheBatchesOfACrawlOverPartitions() {
    assertThat(new BatchRequested(SOURCE, CRAWL, 1, 0).key())
        .isNotEqualTo(new BatchRequested(SOURCE, CRAWL, 1, 1).key());
  }
}
