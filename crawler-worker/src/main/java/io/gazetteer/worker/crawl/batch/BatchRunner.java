package io.gazetteer.worker.crawl.batch;

import io.gazetteer.common.source.SourceException;
import io.gazetteer.worker.lease.Attempts;
import io.gazetteer.worker.lease.Claim;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.Lease;
import io.gazetteer.worker.lease.LeasedWork;
import io.gazetteer.worker.lease.RetryPolicy;
import io.gazetteer.worker.lease.WorkFailedException;
import io.gazetteer.worker.lease.WorkOutcome;
import io.gazetteer.worker.lease.WorkProgress;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Runs batches of crawls: claims one, has it crawled, and says what became of it. */
@Component
final class BatchRunner implements LeasedWork<Batch> {
  /** A batch that takes its worker down with it again and again is given up in the end. */
  private static final int LOST_WORKERS = 10;

  private static final Failure WORKER_LOST =
      new Failure("worker_lost", "Every worker that took the batch was lost");

  private final Batches batches;
  private final EndedBatches ended;
  private final BatchCrawler crawler;
  private final Attempts attempts;
  private final CrawlSettings settings;

  BatchRunner(
      Batches batches,
      EndedBatches ended,
      BatchCrawler crawler,
      Attempts attempts,
      CrawlSettings settings) {
    this.batches = batches;
    this.ended = ended;
    this.crawler = crawler;
    this.attempts = attempts;
    this.settings = settings;
  }

  /** Runs the preferred batch, or another one of the crawl that waits; or none if none does. */
  WorkOutcome run(CrawlRef crawl, int preferred) {
    return batches
        .claim(crawl, preferred)
        .map(claim -> attempts.run(this, claim))
        .orElse(WorkOutcome.NOTHING);
  }

  @Override
  public String name(Batch batch) {
    return batch.toString();
  }

  @Override
  public RetryPolicy retries() {
    return settings.retries();
  }

  /** A restart of the index can take minutes; that is no reason for a crawl to fail. */
  @Override
  public boolean waitsForIndex() {
    return true;
  }

  @Override
  public boolean renew(Claim<Batch> claim, WorkProgress progress) {
    return batches.renew(claim, progress);
  }

  @Override
  public void run(Claim<Batch> claim, Lease lease) throws SourceException {
    if (claim.tries() > settings.attempts() + LOST_WORKERS) {
      throw new WorkFailedException(WORKER_LOST, false);
    }
    ended.done(claim, crawler.crawl(claim, lease, () -> batches.readingDone(claim)));
  }

  @Override
  public void retryLater(Claim<Batch> claim, Failure failure, Duration pause) {
    batches.retryLater(claim, pause, 0);
  }

  @Override
  public void excuse(Claim<Batch> claim, Failure failure, Duration pause) {
    batches.retryLater(claim, pause, 1);
  }

  @Override
  public void giveUp(Claim<Batch> claim, Failure failure) {
    ended.failed(claim, failure);
  }
}
