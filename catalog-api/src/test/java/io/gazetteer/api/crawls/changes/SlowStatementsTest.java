package io.gazetteer.api.crawls.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class SlowStatementsTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();

  @AfterEach
  void letAllGo() {
    answer.countDown();
    threads.close();
  }

  private List<Future<String>> begin(SlowStatements slow, int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> threads.submit(() -> slow.run(this::read)))
        .toList();
  }

  private String read() {
    running.incrementAndGet();
    try {
      answer.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "rows";
  }

  private boolean allPlacesAreTaken() {
    return running.get() == SlowStatements.AT_ONCE;
  }

  @Test
  void runsThreeAtOnceAndTheOthersAfterThem() throws Exception {
    var many = begin(new SlowStatements(), 12);
    await().until(() -> running.get() >= SlowStatements.AT_ONCE);
    await().during(Duration.ofMillis(300)).until(this::allPlacesAreTaken);

    answer.countDown();
    for (var statement : many) {
      assertThat(statement.get()).isEqualTo("rows");
    }
    assertThat(running).hasValue(12);
  }

  @Test
  void oneWhoAsksForManyHasOthersWaitForOneAtMost() throws Exception {
    var slow = new SlowStatements();
    var turns = new CopyOnWriteArrayList<String>();
    begin(slow, SlowStatements.AT_ONCE);
    await().until(this::allPlacesAreTaken);
    var many = new ArrayList<Future<?>>();
    for (int i = 0; i < 10; i++) {
      many.add(threads.submit(() -> as("jane", () -> slow.run(() -> slowly(turns, "jane")))));
    }
    await().during(Duration.ofMillis(200)).until(turns::isEmpty);
    many.add(threads.submit(() -> as("jim", () -> slow.run(() -> slowly(turns, "jim")))));
    await().during(Duration.ofMillis(200)).until(turns::isEmpty);

    answer.countDown();
    for (var statement : many) {
      statement.get();
    }
    assertThat(turns.subList(0, SlowStatements.AT_ONCE)).contains("jim");
  }

  private static boolean slowly(List<String> turns, String name) {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return turns.add(name);
  }

  private static <T> T as(String name, Supplier<T> what) {
    var caller = Caller.ofIssuer(new Caller.External("issuer", name), name, Role.VIEWER);
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(caller, ""));
    try {
      return what.get();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  @Test
  void givesUpWhenTheOthersTakeTooLong() {
    var slow = new SlowStatements(Duration.ofMillis(50));
    begin(slow, SlowStatements.AT_ONCE);
    await().until(this::allPlacesAreTaken);

    assertThatThrownBy(() -> slow.run(() -> "rows")).isInstanceOf(QueryTimeoutException.class);
    answer.countDown();
    assertThat(slow.run(() -> "rows")).isEqualTo("rows");
  }

  @Test
  void aStatementThatFailsGivesItsPlaceBack() {
    var slow = new SlowStatements(Duration.ofMillis(50));
    for (int i = 0; i <= SlowStatements.AT_ONCE; i++) {
      assertThatThrownBy(() -> slow.run(SlowStatementsTest::fail))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(slow.run(() -> "rows")).isEqualTo("rows");
  }

  private static String fail() {
    throw new IllegalStateException("no rows");
  }
}
