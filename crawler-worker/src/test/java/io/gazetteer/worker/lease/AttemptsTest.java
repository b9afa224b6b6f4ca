package io.gazetteer.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.index.IndexUnavailableException;
import io.gazetteer.common.source.SourceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Failure BUSY = new Failure("busy", "The other side is busy");

  private final Leases leases = new Leases(Duration.ofSeconds(10), InstantSource.system());
  private final Attempts attempts = new Attempts(leases);
  private final Diary diary = new Diary();

  @AfterEach
  void stop() {
    leases.close();
  }

  @Test
  void doesTheWork() {
    assertThat(run(1, lease -> {})).isEqualTo(WorkOutcome.DONE);
    assertThat(diary.moves).isEmpty();
  }

  @Test
  void triesAgainAfterAPauseThatDoubles() {
    assertThat(run(1, lease -> busy(true))).isEqualTo(WorkOutcome.RETRIED);
    assertThat(run(2, lease -> busy(true))).isEqualTo(WorkOutcome.RETRIED);
    assertThat(diary.moves).containsExactly("busy again in PT1S", "busy again in PT2S");
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    assertThat(run(3, lease -> busy(true))).isEqualTo(WorkOutcome.FAILED);
    assertThat(diary.moves).containsExactly("busy for good");
  }

  @Test
  void givesUpEarlierWhatHardlyChangesByItself() {
    assertThat(run(1, lease -> busy(false))).isEqualTo(WorkOutcome.RETRIED);
    assertThat(run(2, lease -> busy(false))).isEqualTo(WorkOutcome.FAILED);
    assertThat(diary.moves).containsExactly("busy again in PT1S", "busy for good");
  }

  @Test
  void tellsWhyASourceCannotBeRead() {
    run(
        1,
        lease -> {
          throw SourceException.of(new SQLException("no", "28P01"));
        });
    assertThat(diary.moves).containsExactly("authentication_failed again in PT1S");
  }

  @Test
  void waitsForAServerLongerEachTimeAndForAsLongAsItTakes() {
    for (int waits : List.of(0, 1, 9)) {
      diary.task =
          lease -> {
            throw SourceException.of(new SQLException("full", "53300"));
          };
      assertThat(attempts.run(diary, new Claim<>("work", waits + 1, waits)))
          .isEqualTo(WorkOutcome.RETRIED);
    }
    assertThat(diary.moves)
        .containsExactly(
            "too_many_connections excused for PT1S",
            "too_many_connections excused for PT2S",
            "too_many_connections excused for PT1M");
  }

  @Test
  void looksForAPlaceOfOursEveryFewSeconds() {
    for (int waits : List.of(0, 1, 9)) {
      diary.task =
          lease -> {
            throw SourceException.serverFull();
          };
      attempts.run(diary, new Claim<>("work", waits + 1, waits));
    }
    assertThat(diary.moves)
        .containsExactly(
            "waiting_for_server excused for PT1S",
            "waiting_for_server excused for PT2S",
            "waiting_for_server excused for PT4S");
  }

  @Test
  void triesAgainWhenTheIndexIsAway() {
    run(
        1,
        lease -> {
          throw new IndexUnavailableException("The index did not answer");
        });
    assertThat(diary.moves).containsExactly("index_unavailable again in PT1S");
  }

  @Test
  void waitsForAnIndexThatStaysAway() {
    diary.waitsForIndex = true;
    run(
        50,
        lease -> {
          throw new IndexUnavailableException("The index did not answer");
        });
    assertThat(diary.moves).containsExactly("index_unavailable excused for PT1M");
  }

  @Test
  void countsNoAttemptThatIsExcused() {
    assertThat(run(new Claim<>("work", 9, 7), lease -> busy(true))).isEqualTo(WorkOutcome.RETRIED);
    assertThat(run(new Claim<>("work", 9, 6), lease -> busy(true))).isEqualTo(WorkOutcome.FAILED);
    assertThat(diary.moves).containsExactly("busy again in PT2S", "busy for good");
  }

  @Test
  void tellsNothingOfAnErrorOfOurOwn() {
    run(
        1,
        lease -> {
          throw new IllegalStateException("a secret");
        });
    assertThat(diary.moves).containsExactly("internal_error again in PT1S");
  }

  @Test
  void leavesNoTraceWhenTheLeaseIsLost() {
    var outcome =
        run(
            3,
            lease -> {
              throw new LeaseLostException("work");
            });
    assertThat(outcome).isEqualTo(WorkOutcome.LEASE_LOST);
    assertThat(diary.moves).isEmpty();
  }

  @Test
  void leavesNoTraceOfAFailureThatTheLossOfTheLeaseMayHaveCaused() {
    diary.ours = false;
    var outcome =
        run(
            3,
            lease -> {
              lease.beat();
              busy(true);
            });
    assertThat(outcome).isEqualTo(WorkOutcome.LEASE_LOST);
    assertThat(diary.moves).isEmpty();
  }

  private WorkOutcome run(int attempt, Task task) {
    return run(new Claim<>("work", attempt), task);
  }

  private WorkOutcome run(Claim<String> claim, Task task) {
    diary.task = task;
    return attempts.run(diary, claim);
  }

  private static void busy(boolean isTransient) {
    throw new WorkFailedException(BUSY, isTransient);
  }

  private interface Task {
    void run(Lease lease) throws SourceException;
  }

  /** Work that takes down what becomes of it. */
  private static final class Diary implements LeasedWork<String> {
    private final List<String> moves = new ArrayList<>();
    private boolean ours = true;
    private boolean waitsForIndex;
    private @Nullable Task task;

    @Override
    public String name(String work) {
      return work;
    }

    @Override
    public RetryPolicy retries() {
      return new RetryPolicy(3, 2, Duration.ofSeconds(1));
    }

    @Override
    public boolean waitsForIndex() {
      return waitsForIndex;
    }

    @Override
    public void excuse(Claim<String> claim, Failure failure, Duration pause) {
      moves.add(failure.code() + " excused for " + pause);
    }

    @Override
    public boolean renew(Claim<String> claim, WorkProgress progress) {
      return ours;
    }

    @Override
    public void run(Claim<String> claim, Lease lease) throws SourceException {
      if (task != null) {
        task.run(lease);
      }
    }

    @Override
    public void retryLater(Claim<String> claim, Failure failure, Duration pause) {
      moves.add(failure.code() + " again in " + pause);
    }

    @Override
    public void giveUp(Claim<String> claim, Failure failure) {
      moves.add(failure.code() + " for good");
    }
  }
}
