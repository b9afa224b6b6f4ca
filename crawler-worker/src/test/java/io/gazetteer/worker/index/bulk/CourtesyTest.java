package io.gazetteer.worker.index.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.worker.index.bulk.Courtesy.Turn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class CourtesyTest {
  private static final Duration REQUEST = Duration.ofMillis(200);

  @Test
  void nobodyWaitsWhileNobodySearches() {
    var courtesy = new Courtesy(() -> false);
    var first = courtesy.await();
    var second = courtesy.await();
    first.end();
    second.end();
  }

  @Test
  void requestsTakeTurnsWhileSomebodySearches() {
    var courtesy = new Courtesy(() -> true);
    long begin = System.nanoTime();
    var first = courtesy.await();
    var second = CompletableFuture.supplyAsync(courtesy::await);
    await().during(REQUEST).until(() -> !second.isDone());

    first.end();

    second.thenAccept(Turn::end).join();
    assertThat(System.nanoTime() - begin).isGreaterThan(2 * REQUEST.toNanos());
  }

  @Test
  void aTurnEndsForThoseWhoSearchNoMore() {
    var searched = new boolean[] {true};
    var courtesy = new Courtesy(() -> searched[0]);
    var first = courtesy.await();
    searched[0] = false;
    courtesy.await().end();
    first.end();
  }
}
