package io.gazetteer.api.crawls.progress;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.NetworkDetail;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Shows crawls as the caller of this thread's request may see them. A crawl without a plan has not
 * been let in by its database. How soon it failed, and how often it tried, says whether a port is
 * closed, silent, or somebody else's: whoever may not know that sees it being planned until a whole
 * minute has gone by since its start, and then sees it fail at that minute.
 */
public final class SeenCrawl {
  private static final Duration STEP = Duration.ofMinutes(1);

  private SeenCrawl() {}

  /** Returns the crawl as the caller may see it; one that was seen so before stays the same. */
  public static Crawl of(Crawl crawl) {
    var caller = Callers.find();
    if (caller.filter(NetworkDetail::isFor).isPresent()) {
      return crawl;
    }
    boolean isBare = caller.filter(NetworkDetail::isCodeOnlyFor).isPresent();
    var shown = crawl.batchesTotal() == null ? withoutPlan(crawl) : crawl;
    var error = shown.error();
    return error == null || !isBare
        ? shown
        : with(shown, shown.state(), shown.finishedAt(), bare(error));
  }

  /** Says whether the caller sees this crawl going on although it has ended. */
  public static boolean isHeldBack(Crawl crawl) {
    return !crawl.state().isLive() && of(crawl).state().isLive();
  }

  private static Crawl withoutPlan(Crawl crawl) {
    var error = crawl.error();
    boolean told = error != null && NetworkDetail.isTold(error.code());
    var started = crawl.startedAt();
    if (crawl.state().isLive()) {
      // Between two attempts it is PENDING again.
      var state = started == null ? crawl.state() : CrawlState.PLANNING;
      return with(crawl, state, crawl.finishedAt(), told ? null : error);
    }
    if (!told) {
      return crawl;
    }
    if (crawl.state() != CrawlState.FAILED) {
      return with(crawl, crawl.state(), crawl.finishedAt(), null);
    }
    var end = shownEnd(started, crawl.finishedAt());
    return end != null && Instant.now().isBefore(end)
        ? with(crawl, CrawlState.PLANNING, null, null)
        : with(
            crawl,
            crawl.state(),
            end,
            new Crawl.CrawlError(NetworkDetail.CODE, NetworkDetail.MESSAGE));
  }

  private static @Nullable Instant shownEnd(@Nullable Instant started, @Nullable Instant finished) {
    if (started == null || finished == null) {
      return finished;
    }
    long steps = Math.ceilDiv(Duration.between(started, finished).toMillis(), STEP.toMillis());
    return started.plus(STEP.multipliedBy(Math.max(1, steps)));
  }

  private static Crawl.CrawlError bare(Crawl.CrawlError error) {
    return NetworkDetail.isTold(error.code())
        ? new Crawl.CrawlError(NetworkDetail.CODE, NetworkDetail.MESSAGE)
        : new Crawl.CrawlError(error.code(), NetworkDetail.withoutNumbers(error.message()));
  }

  private static Crawl with(
      Crawl crawl,
      CrawlState state,
      @Nullable Instant finishedAt,
      Crawl.@Nullable CrawlError error) {
    return new Crawl(
        crawl.id(),
        crawl.dataSourceId(),
        crawl.epoch(),
        state,
        crawl.createdAt(),
        crawl.startedAt(),
        finishedAt,
        crawl.batchesTotal(),
        crawl.batchesRemaining(),
        crawl.columnsTotal(),
        crawl.counts(),
        error);
  }
}
