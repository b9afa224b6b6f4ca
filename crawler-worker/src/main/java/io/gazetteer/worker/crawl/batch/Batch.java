package io.gazetteer.worker.crawl.batch;

import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.lease.CrawlRef;
import java.util.List;

/** Some relations of a crawl that are read together. */
record Batch(CrawlRef crawl, int no, List<RelationRef> relations) {
  Batch {
    relations = List.copyOf(relations);
  }

  long columns() {
    return relations.stream().mapToLong(RelationRef::columnCount).sum();
  }

  @Override
  public String toString() {
    return "batch " + no + " of crawl " + crawl.crawlId();
  }
}
