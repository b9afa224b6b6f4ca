package io.gazetteer.api.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuerPlacesTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final IssuerPlaces places = new IssuerPlaces();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicInteger asking = new AtomicInteger();

  @AfterEach
  void letAllGo() {
    answer.countDown();
    threads.close();
  }

  private String ask() {
    return ask("192.0.2.1");
  }

  private String ask(String address) {
    return places.ask(
        address,
        () -> {
          asking.incrementAndGet();
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return "in";
        });
  }

  private List<Future<String>> ask(int number) {
    return IntStream.range(0, number).mapToObj(i -> threads.submit(() -> ask())).toList();
  }

  @Test
  void whoWaitsComesInWhenAPlaceIsFreeAndNoOtherWay() throws Exception {
    var first = ask(IssuerPlaces.AT_ONCE);
    await().until(() -> asking.get() == IssuerPlaces.AT_ONCE);
    var second = ask(10);
    await().during(Duration.ofMillis(300)).until(() -> asking.get() == IssuerPlaces.AT_ONCE);
    answer.countDown();
    for (var login : first) {
      assertThat(login.get()).isEqualTo("in");
    }
    for (var login : second) {
      assertThat(login.get()).isEqualTo("in");
    }
  }

  @Test
  void whoFindsTooManyWaitingIsToldAtOnceAndTheOthersWhenTheyHaveWaited() {
    ask(IssuerPlaces.AT_ONCE);
    await().until(() -> asking.get() == IssuerPlaces.AT_ONCE);
    long began = System.nanoTime();
    var more = ask(IssuerPlaces.MOST_WAITING + 5);
    await().until(() -> refused(more) == 5);
    assertThat(since(began)).isLessThan(AT_ONCE);

    await().until(() -> refused(more) == more.size());
    assertThat(since(began)).isBetween(IssuerPlaces.LONGEST_WAIT, Duration.ofSeconds(4));
    answer.countDown();
    assertThat(ask()).isEqualTo("in");
  }

  @Test
  void aCrowdFromOneNetworkKeepsNobodyOfAnotherOut() throws Exception {
    var crowd = ask(IssuerPlaces.AT_ONCE + IssuerPlaces.MOST_WAITING + 5);
    await().until(() -> refused(crowd) == 5);
    var honest = threads.submit(() -> ask("192.0.2.2"));
    await().until(() -> refused(crowd) == 6);
    answer.countDown();
    assertThat(honest.get()).isEqualTo("in");
  }

  private static long refused(List<Future<String>> logins) {
    return logins.stream()
        .filter(Future::isDone)
        .filter(login -> login.exceptionNow() instanceof OidcRefusedException)
        .count();
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
