package io.gazetteer.api.identity.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.identity.ratelimit.Turns.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> in = new CopyOnWriteArrayList<>();
  private final List<String> out = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    threads.close();
  }

  /** Begins to wait, and returns when it waits or has its answer. */
  private Future<Optional<Turn>> take(Turns turns, String whose) {
    var thread = new ArrayList<Thread>();
    var taken =
        threads.submit(
            () -> {
              synchronized (thread) {
                thread.add(Thread.currentThread());
              }
              var turn = turns.take(whose);
              (turn.isPresent() ? in : out).add(whose);
              return turn;
            });
    await()
        .pollInterval(Duration.ofMillis(2))
        .until(
            () -> {
              synchronized (thread) {
                return taken.isDone()
                    || (!thread.isEmpty()
                        && thread.getFirst().getState() == Thread.State.TIMED_WAITING);
              }
            });
    return taken;
  }

  private static void leave(Future<Optional<Turn>> turn) throws Exception {
    turn.get().orElseThrow().close();
  }

  @Test
  void thoseWhoHoldFewestAreNext() throws Exception {
    var turns = new Turns(2, 10, LONG);
    var first = take(turns, "many");
    var second = take(turns, "many");
    var third = take(turns, "many");
    var fourth = take(turns, "many");
    var one = take(turns, "one");
    leave(first);
    leave(one);
    leave(second);
    leave(third);
    leave(fourth);
    assertThat(in).containsExactly("many", "many", "one", "many", "many");
  }

  @Test
  void ofTwoWhoHoldNothingTheOneWhoHadAPlaceLeastLatelyIsNext() throws Exception {
    var turns = new Turns(1, 10, LONG);
    var first = take(turns, "a");
    var second = take(turns, "a");
    var third = take(turns, "a");
    var other = take(turns, "b");
    var another = take(turns, "b");
    for (var turn : List.of(first, other, second, another, third)) {
      leave(turn);
    }
    assertThat(in).containsExactly("a", "b", "a", "b", "a");
  }

  @Test
  void whoeverWaitsForMostMakesRoom() throws Exception {
    var turns = new Turns(1, 3, LONG);
    var first = take(turns, "many");
    var second = take(turns, "many");
    var third = take(turns, "many");
    var fourth = take(turns, "many");
    assertThat(take(turns, "many").get()).isEmpty();
    var one = take(turns, "one");
    assertThat(fourth.get()).isEmpty();
    assertThat(take(turns, "many").get()).isEmpty();

    leave(first);
    leave(one);
    leave(second);
    leave(third);
    assertThat(out).containsExactly("many", "many", "many");
  }

  @Test
  void aPlaceIsGivenBackOnceAndNobodyWaitsForEver() throws Exception {
    var turns = new Turns(1, 3, Duration.ofMillis(50));
    var held = turns.takeFree("a").orElseThrow();
    assertThat(turns.takeFree("b")).isEmpty();
    assertThat(turns.take("b")).isEmpty();
    held.close();
    held.close();
    assertThat(turns.takeFree("b")).isPresent();
    assertThat(turns.takeFree("b")).isEmpty();
  }
}
