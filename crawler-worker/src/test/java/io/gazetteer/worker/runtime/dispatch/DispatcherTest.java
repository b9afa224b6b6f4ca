package io.gazetteer.worker.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void returnsAfterTheWork() {
    new Dispatcher(1, Duration.ofSeconds(30)).dispatch("quick", done::incrementAndGet);
    assertThat(done).hasValue(1);
  }

  @Test
  void doesNotLetWorkThatHangsHoldUpTheNext() {
    var dispatcher = new Dispatcher(2, Duration.ofMillis(20));
    dispatcher.dispatch("hanging", this::hang);
    dispatcher.dispatch("quick", done::incrementAndGet);
    await().untilAsserted(() -> assertThat(done).hasValue(1));
    hanging.countDown();
    await().untilAsserted(() -> assertThat(done).hasValue(2));
  }

  @Test
  void survivesWorkThatThrows() {
    var dispatcher = new Dispatcher(1, Duration.ofSeconds(30));
    dispatcher.dispatch(
        "broken",
        () -> {
          throw new IllegalStateException("broken");
        });
    dispatcher.dispatch("quick", done::incrementAndGet);
    assertThat(done).hasValue(1);
  }

  @Test
  void waitsForRunningWorkWhenItIsStopped() {
    var dispatcher = new Dispatcher(1, Duration.ofMillis(1));
    dispatcher.dispatch("hanging", this::hang);
    Thread.ofPlatform().daemon().start(hanging::countDown);
    dispatcher.stop();
    assertThat(done).hasValue(1);
  }

  private void hang() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    done.incrementAndGet();
  }
}
