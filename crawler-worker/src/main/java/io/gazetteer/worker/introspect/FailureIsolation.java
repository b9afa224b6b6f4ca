package io.gazetteer.worker.introspect;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a batch so that a poisoned relation costs only itself: a failed try is repeated once, since
 * most failures are relations dropped or altered in this moment; after that the batch is halved
 * until the culprit stands alone. The number of tries is bounded.
 */
public final class FailureIsolation {

  private static final Logger log = LoggerFactory.getLogger(FailureIsolation.class);
  private static final int MAX_FAILURES = 64;
  private static final int MAX_CHANGES = 3;

  private final BatchAttempt attempt;
  private final Outcomes outcomes;
  private final Deque<List<RelationRef>> work = new ArrayDeque<>();
  private final List<ReadOutcome.Failed> failed = new ArrayList<>();
  private @Nullable SQLException lastFailure;
  private int failures;
  private int changes;

  public FailureIsolation(BatchAttempt attempt, Outcomes outcomes) {
    this.attempt = attempt;
    this.outcomes = outcomes;
  }

  /** Gives every relation an outcome, or throws when the source as a whole cannot be read. */
  public void read(List<RelationRef> batch) throws SQLException {
    work.add(batch);
    while (!work.isEmpty()) {
      var part = outcomes.pendingOf(work.remove());
      if (!part.isEmpty()) {
        readPart(part);
      }
    }
    if (batch.size() > 1) {
      refuseGeneralFailure();
    }
    failed.forEach(outcomes::report);
  }

  private void readPart(List<RelationRef> part) throws SQLException {
    try {
      attempt.read(part, outcomes);
    } catch (SQLException failure) {
      failures++;
      if (!attempt.concernsRelations(failure)) {
        throw failure;
      }
      isolate(failure, part);
      return;
    }
    readAgain(outcomes.pendingOf(part));
  }

  private void isolate(SQLException failure, List<RelationRef> part) throws SQLException {
    if (failures > MAX_FAILURES) {
      giveUp(failure, part);
    } else if (attempt.recover(failure, part) || failures == 1) {
      work.addFirst(part);
    } else if (part.size() == 1) {
      fail(failure, part);
    } else {
      int half = part.size() / 2;
      work.addFirst(part.subList(half, part.size()));
      work.addFirst(part.subList(0, half));
    }
  }

  private void giveUp(SQLException failure, List<RelationRef> part) throws SQLException {
    if (!outcomes.anyRead()) {
      throw failure;
    }
    fail(failure, part);
  }

  /** Fails when one error meets every relation alike: it belongs to the source and not to them. */
  private void refuseGeneralFailure() throws SQLException {
    boolean unexplained =
        failed.stream().allMatch(one -> one.code().equals(FailureCode.SOURCE_ERROR.code()));
    if (lastFailure != null && unexplained && !outcomes.anyRead()) {
      throw lastFailure;
    }
  }

  private void fail(SQLException failure, List<RelationRef> part) {
    lastFailure = failure;
    for (RelationRef ref : part) {
      var code = attempt.codeOf(failure, ref);
      log.warn(
          "Cannot read {}.{}: {} (SQLSTATE {}, {})",
          ref.schema(),
          ref.name(),
          code.code(),
          failure.getSQLState(),
          failure.getErrorCode());
      failed.add(code.of(ref));
    }
  }

  private void readAgain(List<RelationRef> changed) {
    if (changed.isEmpty()) {
      return;
    }
    changes++;
    if (changes <= MAX_CHANGES) {
      work.addFirst(changed);
    } else {
      changed.forEach(ref -> outcomes.report(FailureCode.CHANGED_WHILE_READING.of(ref)));
    }
  }
}
