package io.gazetteer.api.crawls.progress;

import io.gazetteer.api.failure.NotFoundException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads all that the API says about a crawl. Thread safe. */
@Component
public final class CrawlDetailsReader {
  private static final int FIRST_FAILURES = 100;

  private final CrawlSnapshots snapshots;
  private final CrawlSchemas schemas;
  private final CrawlFailures failures;
  private final CrawlRemovals removals;

  CrawlDetailsReader(
      CrawlSnapshots snapshots,
      CrawlSchemas schemas,
      CrawlFailures failures,
      CrawlRemovals removals) {
    this.removals = removals;
    this.snapshots = snapshots;
    this.schemas = schemas;
    this.failures = failures;
  }

  static NotFoundException notFound() {
    return new NotFoundException("There is no such crawl");
  }

  /**
   * Reads a crawl with its progress, schemas and first failures.
   *
   * @throws NotFoundException when there is no such crawl or its data source is deleted
   */
  public CrawlDetails read(UUID id) {
    var snapshot =
        snapshots.find(id).map(CrawlSnapshot::seen).orElseThrow(CrawlDetailsReader::notFound);
    var first = schemas.first(id);
    return new CrawlDetails(
        CrawlView.of(snapshot.crawl()),
        CrawlProgress.of(snapshot),
        first,
        first.size() < CrawlSchemas.MOST ? null : moreThan(first.size(), schemas.total(id)),
        failures.page(id, CrawlFailures.Place.START, FIRST_FAILURES),
        removals.count(id));
  }

  private static @Nullable Integer moreThan(int shown, int total) {
    return total > shown ? Integer.valueOf(total) : null;
  }
}
