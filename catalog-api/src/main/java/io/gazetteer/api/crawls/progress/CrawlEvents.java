package io.gazetteer.api.crawls.progress;

import io.gazetteer.api.identity.access.Callers;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells watchers what happens to a crawl. Thread safe; each watcher has a thread. */
@Component
final class CrawlEvents {
  private final JsonMapper json;
  private final Duration keepAlive;
  private final CountDownLatch closing = new CountDownLatch(1);

  CrawlEvents(
      JsonMapper json, @Value("${gazetteer.crawl-events.keep-alive:15s}") Duration keepAlive) {
    this.json = json;
    this.keepAlive = keepAlive;
  }

  /** The web server waits for its requests before it ends; the streams must not keep it. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    closing.countDown();
  }

  /**
   * Writes the crawl's state at once and whenever it has changed, until it is final, the data
   * source is deleted, the watcher's token is no good any more, or this process ends.
   *
   * @throws IOException when the watcher has gone; that is noticed at the next event or keep-alive
   */
  void write(CrawlWatchers.Watch watch, OutputStream out) throws IOException, InterruptedException {
    var stream = new EventStream(out);
    CrawlSnapshot sent = null;
    long written = System.nanoTime();
    do {
      if (!mayStillWatch()) {
        return;
      }
      var snapshot = watch.look().map(CrawlSnapshot::seen).orElse(null);
      if (snapshot == null) {
        return;
      }
      if (!isKnown(snapshot, sent)) {
        stream.event("crawl", json.writeValueAsString(CrawlDetails.withoutLists(snapshot)));
        sent = snapshot;
        written = System.nanoTime();
      } else if (System.nanoTime() - written >= keepAlive.toNanos()) {
        stream.comment("keep-alive");
        written = System.nanoTime();
      }
      if (snapshot.isFinal()) {
        return;
      }
    } while (!closing.await(LatestSnapshots.KEPT.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Says whether the watcher's token is good; whoever could say no may be away for a while. */
  private static boolean mayStillWatch() {
    try {
      return Callers.renew();
    } catch (DataAccessException away) {
      return true;
    }
  }

  private static boolean isKnown(CrawlSnapshot snapshot, @Nullable CrawlSnapshot sent) {
    return sent != null && snapshot.saysTheSameAs(sent);
  }
}
