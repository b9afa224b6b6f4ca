package io.gazetteer.api.crawls.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which questions wait for others that may walk through a long history. */
class SlowStatementsIT {
  private final TestApi api = TestApi.shared();
  private final SlowStatements slow = api.bean(SlowStatements.class);
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();

  private int read() {
    int number = running.incrementAndGet();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return number;
  }

  @Test
  void walksThroughTheHistoryWaitForEachOtherAndShortQuestionsDoNot() throws Exception {
    var source = new RegisteredDataSources(api).crawled("slow_statements");
    var changes = "/api/db-credentials/" + source + "/changes";
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SlowStatements.AT_ONCE; i++) {
        threads.execute(() -> slow.run(this::read));
      }
      await().until(() -> running.get() == SlowStatements.AT_ONCE);
      var walks =
          Stream.of(
                  "/api/changes?table=nothing",
                  "/api/changes?change=table_renamed",
                  "/api/changes?since=2090-01-01T00:00:00Z",
                  "/api/changes?id=" + source,
                  changes + "?change=table_renamed",
                  changes + "?since=2090-01-01T00:00:00Z",
                  changes + "?table=nothing&format=csv",
                  "/api/compare?left=" + source + "&right=" + source)
              .map(path -> threads.submit(() -> api.get(path).status()))
              .toList();
      try {
        assertThat(api.get("/api/changes?limit=1").status()).isEqualTo(200);
        assertThat(api.get(changes).status()).isEqualTo(200);
        await()
            .during(Duration.ofMillis(500))
            .until(() -> walks.stream().noneMatch(Future::isDone));
      } finally {
        end.countDown();
      }
      for (var walk : walks) {
        assertThat(walk.get()).isEqualTo(200);
      }
    }
  }
}
