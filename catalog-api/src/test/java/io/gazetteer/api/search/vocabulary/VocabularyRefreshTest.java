package io.gazetteer.api.search.vocabulary;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VocabularyRefreshTest {
  private final Vocabulary vocabulary = Vocabulary.of(List.of());
  private final AtomicInteger readings = new AtomicInteger();

  /** Time a failed reading has taken is no reason to rest nine times as long. */
  @Test
  void triesAgainSoonAfterAReadingThatFailed() {
    var refresh =
        new VocabularyRefresh(
            vocabulary,
            this::failSlowlyAtFirst,
            new VocabularyRefresh.Times(Duration.ZERO, Duration.ZERO, Duration.ofMillis(10)));
    refresh.start();
    try {
      await().atMost(Duration.ofSeconds(3)).until(() -> vocabulary.contains("quoll"));
    } finally {
      refresh.stop();
    }
  }

  private List<String> failSlowlyAtFirst(int most) {
    if (readings.getAndIncrement() == 0) {
      await().pollDelay(Duration.ofMillis(500)).until(() -> true);
      throw new IllegalStateException("for the test");
    }
    return List.of("quoll");
  }
}
