package io.gazetteer.api.search.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.events.CrawlFinished;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VocabularyRefreshTest {
  private static final Duration GATHER = Duration.ofSeconds(2);
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Duration RETRY = Duration.ofSeconds(3);
  private static final Duration REST = Duration.ofSeconds(20);

  private final Vocabulary vocabulary = Vocabulary.of(List.of());
  private final VocabularyRefresh refresh =
      new VocabularyRefresh(
          vocabulary,
          this::read,
          () -> {},
          new VocabularyRefresh.Times(GATHER, INTERVAL, RETRY, REST),
          () -> this.nanos);

  private long nanos = Long.MAX_VALUE - 1;
  private int readings;
  private Duration taken = Duration.ZERO;
  private Runnable meanwhile = () -> {};
  private boolean isAway;

  private List<String> read(int most) {
    readings++;
    pass(taken);
    meanwhile.run();
    if (isAway) {
      throw new IllegalStateException("away for the test");
    }
    return List.of("quoll");
  }

  @Test
  void readsAtTheStartAndThenOnceInAnInterval() {
    assertThat(readingsAfter(Duration.ZERO)).isEqualTo(1);
    assertThat(vocabulary.contains("quoll")).isTrue();
    assertThat(readingsAfter(INTERVAL.minusNanos(1))).isEqualTo(1);
    assertThat(readingsAfter(Duration.ofNanos(1))).isEqualTo(2);
  }

  @Test
  void readsOnceForCrawlsThatFinishTogether() {
    refresh.refreshWhenDue();
    crawlFinishes();
    assertThat(readingsAfter(GATHER.minusNanos(1))).isEqualTo(1);
    crawlFinishes();
    assertThat(readingsAfter(Duration.ofNanos(1))).isEqualTo(2);
    assertThat(readingsAfter(GATHER)).isEqualTo(2);
  }

  /** A tenth of the time at most is for reading. */
  @Test
  void restsNineTimesAsLongAsItRead() {
    taken = Duration.ofSeconds(1);
    refresh.refreshWhenDue();
    crawlFinishes();
    assertThat(readingsAfter(Duration.ofSeconds(9).minusNanos(1))).isEqualTo(1);
    assertThat(readingsAfter(Duration.ofNanos(1))).isEqualTo(2);
  }

  /** What a crawl has found must be known soon, also when reading is slow. */
  @Test
  void restsNoLongerThanItMay() {
    taken = Duration.ofMinutes(1);
    refresh.refreshWhenDue();
    crawlFinishes();
    assertThat(readingsAfter(REST.minusNanos(1))).isEqualTo(1);
    assertThat(readingsAfter(Duration.ofNanos(1))).isEqualTo(2);
  }

  /** Time a failed reading has taken is no reason to rest nine times as long. */
  @Test
  void triesAgainSoonAfterAReadingThatFailed() {
    isAway = true;
    taken = Duration.ofSeconds(30);
    refresh.refreshWhenDue();
    assertThat(readingsAfter(RETRY.minusNanos(1))).isEqualTo(1);
    isAway = false;
    assertThat(readingsAfter(Duration.ofNanos(1))).isEqualTo(2);
    assertThat(vocabulary.contains("quoll")).isTrue();
  }

  /** The index may have been read before that crawl wrote to it. */
  @Test
  void readsAgainForACrawlThatFinishesDuringAReading() {
    taken = Duration.ofMillis(1);
    refresh.refreshWhenDue();
    crawlFinishes();
    pass(GATHER);
    meanwhile = this::crawlFinishes;
    refresh.refreshWhenDue();
    assertThat(readings).isEqualTo(2);
    assertThat(readingsAfter(GATHER)).isEqualTo(3);
  }

  private int readingsAfter(Duration time) {
    pass(time);
    refresh.refreshWhenDue();
    return readings;
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private void crawlFinishes() {
    refresh.crawlFinished(new CrawlFinished(UUID.randomUUID(), UUID.randomUUID(), 1, "SUCCEEDED"));
  }
}
