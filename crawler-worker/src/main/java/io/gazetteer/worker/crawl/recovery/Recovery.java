package io.gazetteer.worker.crawl.recovery;

import io.gazetteer.common.events.EventPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes events again for work that waits: because its event was lost, its worker died, or its
 * pause before the next try is over. Runs in every worker; that an event goes out twice is
 * harmless.
 */
@Component
final class Recovery {
  private static final Logger log = LoggerFactory.getLogger(Recovery.class);

  private final StalledWork stalled;
  private final EventPublisher events;

  Recovery(StalledWork stalled, EventPublisher events) {
    this.stalled = stalled;
    this.events = events;
  }

  @Scheduled(fixedDelayString = "${gazetteer.recovery.interval:1s}")
  void wake() {
    var woken = stalled.take();
    if (!woken.isEmpty()) {
      log.debug("{} events are published again", woken.size());
      events.announceAll(woken);
    }
  }
}
