package io.gazetteer.api.search.abbreviations;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes over a list that was edited in another process. While the catalog store is away, the last
 * list stays in use.
 */
@Component
final class AbbreviationRefresh {
  private static final Logger log = LoggerFactory.getLogger(AbbreviationRefresh.class);

  private final StoredAbbreviations stored;
  private final Abbreviations abbreviations;
  private boolean failing;

  AbbreviationRefresh(StoredAbbreviations stored, Abbreviations abbreviations) {
    this.stored = stored;
    this.abbreviations = abbreviations;
  }

  /** Not thread-safe. */
  @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
  void refresh() {
    try {
      long version = abbreviations.version();
      if (stored.version() != version) {
        abbreviations.replace(version, stored.read());
      }
      if (failing) {
        log.info("The abbreviations are refreshed again");
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        log.warn("The abbreviations are not refreshed, trying on: {}", e.toString());
      }
      failing = true;
    }
  }
}
