package io.gazetteer.worker.lease;

import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.IndexUnavailableException;
import io.gazetteer.common.source.SourceException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs attempts at work of every kind: keeps the lease alive meanwhile, and decides what follows
 * when the work fails. Thread safe.
 */
public final class Attempts {
  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

  private final Leases leases;

  public Attempts(Leases leases) {
    this.leases = leases;
  }

  /** Runs one attempt. What the store itself throws while it takes down a failure goes through. */
  public <T> WorkOutcome run(LeasedWork<T> kind, Claim<T> claim) {
    var name = kind.name(claim.work());
    try (var lease = leases.keep(name, progress -> kind.renew(claim, progress))) {
      return run(kind, claim, lease);
    } catch (LeaseLostException e) {
      log.info("Attempt {} at {} is dropped: {}", claim.attempt(), name, e.getMessage());
      return WorkOutcome.LEASE_LOST;
    }
  }

  private static <T> WorkOutcome run(LeasedWork<T> kind, Claim<T> claim, Lease lease) {
    try {
      kind.run(claim, lease);
      return WorkOutcome.DONE;
    } catch (LeaseLostException e) {
      throw e;
    } catch (SourceException e) {
      if (e.isWaiting()) {
        var pauses = kind.retries();
        return excused(
            kind,
            claim,
            lease,
            Failure.of(e),
            e.isOfOurLimit()
                ? pauses.pauseForPlace(claim.attempt())
                : pauses.pauseAfter(claim.attempt()));
      }
      return failed(kind, claim, lease, new WorkFailedException(Failure.of(e), e.isTransient()));
    } catch (IndexUnavailableException e) {
      var failure = Failure.of(e);
      return kind.waitsForIndex()
          ? excused(kind, claim, lease, failure, kind.retries().pauseAfter(claim.attempt()))
          : failed(kind, claim, lease, new WorkFailedException(failure, true));
    } catch (IndexException e) {
      return failed(kind, claim, lease, new WorkFailedException(Failure.of(e), true));
    } catch (WorkFailedException e) {
      return failed(kind, claim, lease, e);
    } catch (RuntimeException e) {
      log.error("Something went wrong with {}", kind.name(claim.work()), e);
      return failed(kind, claim, lease, new WorkFailedException(Failure.internal(), true));
    }
  }

  private static <T> WorkOutcome failed(
      LeasedWork<T> kind, Claim<T> claim, Lease lease, WorkFailedException e) {
    // Work whose lease is lost often fails for that reason alone: its connections are cut.
    lease.check();
    var name = kind.name(claim.work());
    var failure = e.failure();
    if (!kind.retries().triesAgainAfter(claim.tries(), e.isTransient())) {
      kind.giveUp(claim, failure);
      log.warn("Given up: {}: {}, {}", name, failure.code(), failure.message());
      return WorkOutcome.FAILED;
    }
    var pause = kind.retries().pauseAfter(claim.tries());
    kind.retryLater(claim, failure, pause);
    return retried(name, failure, pause);
  }

  private static <T> WorkOutcome excused(
      LeasedWork<T> kind, Claim<T> claim, Lease lease, Failure failure, Duration pause) {
    lease.check();
    kind.excuse(claim, failure, pause);
    return retried(kind.name(claim.work()), failure, pause);
  }

  private static WorkOutcome retried(String name, Failure failure, Duration pause) {
    log.info("Tried again in {}: {}: {}, {}", pause, name, failure.code(), failure.message());
    return WorkOutcome.RETRIED;
  }
}
