package io.gazetteer.worker.crawl.batch;

import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.lease.CrawlRef;
import java.util.List;

/** One attempt at one batch. */
record Claim(CrawlRef crawl, int batchNo, int attempt, List<RelationRef> relations) {
  Claim {
    relations = List.copyOf(relations);
  }

  long documentVersion() {
    return crawl.documentVersion(attempt);
  }

  long columns() {
    return relations.stream().mapToLong(RelationRef::columnCount).sum();
  }

  @Override
  public String toString() {
    return "batch " + batchNo + " of crawl " + crawl.crawlId();
  }
}
