package io.gazetteer.api.crawls.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gazetteer.api.crawls.progress.CrawlFailures.Failure;
import io.gazetteer.api.crawls.progress.CrawlRemovals.WouldRemove;
import io.gazetteer.api.crawls.progress.CrawlSchemas.SchemaCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A crawl as the API shows it where someone asks for this one.
 *
 * @param schemas null in events, like {@code failures}
 * @param schemasTotal null when {@code schemas} has all of them
 * @param failures the first ones
 * @param wouldRemove only of a HELD crawl
 */
public record CrawlDetails(
    @JsonUnwrapped CrawlView crawl,
    CrawlProgress progress,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<SchemaCounts> schemas,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer schemasTotal,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Failure> failures,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WouldRemove wouldRemove) {

  /** Shows what an event says: the lists would make it long, and seldom change. */
  static CrawlDetails withoutLists(CrawlSnapshot snapshot) {
    return new CrawlDetails(
        CrawlView.of(snapshot.crawl()), CrawlProgress.of(snapshot), null, null, null, null);
  }
}
