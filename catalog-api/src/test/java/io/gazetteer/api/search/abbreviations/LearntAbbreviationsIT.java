package io.gazetteer.api.search.abbreviations;

import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.search.Found;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Comments of a data source teach abbreviations, for searches in it. */
class LearntAbbreviationsIT {
  private static final TestApi API = TestApi.shared();
  private static final Found COMMENTED = new Found(API, "learnt_commented");
  private static final Found SILENT = new Found(API, "learnt_silent");

  @BeforeAll
  static void index() {
    var sources = new RegisteredDataSources(API);
    var index = new TestIndex(API);
    var commented = sources.crawled("learnt_commented");
    index.write(
        commented,
        List.of(
            commented("ins", "POLS", null, "ZWKHLDR_NO:Zwicker holder number", "ISSUED_ON"),
            table("ins", "LETTERS", "ZWKHLDR_NM", "SENT_ON"),
            table("ins", "OTHERS", "ZEBRA_NM", "SENT_ON")));
    index.write(
        sources.crawled("learnt_silent"),
        List.of(
            table("ins", "LETTERS", "ZWKHLDR_NM", "SENT_ON"),
            table("ins", "OTHERS", "HOLDER_ADDR", "SENT_ON")));
    API.bean(EventPublisher.class)
        .publish(new CrawlFinished(commented, UUID.randomUUID(), 1, "SUCCEEDED"));
    var abbreviations = API.bean(Abbreviations.class);
    await().until(() -> !abbreviations.variants(List.of("zwkhldr")).isEmpty());
  }

  @Test
  void areKnownWhereTheyWereLearnt() {
    var first = COMMENTED.search("zwicker holder name", "").json().at("/hits/0");

    assertThat(Found.name(first)).isEqualTo("ins.LETTERS.ZWKHLDR_NM");
    assertThat(first.path("matched").toString())
        .contains("{\"word\":\"zwicker\",\"field\":\"name\",\"how\":\"abbreviation\"}");
  }

  @Test
  void areUnknownInOtherDataSources() {
    assertThat(SILENT.search("zwicker holder name", "").json().path("hits").toString())
        .doesNotContain("\"word\":\"zwicker\",\"field\":\"name\",\"how\":\"abbreviation\"");
  }
}
