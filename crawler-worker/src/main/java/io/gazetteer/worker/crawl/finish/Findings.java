package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.history.RelationNames;
import java.util.List;

/**
 * What a crawl found out about the relations as a whole.
 *
 * @param present what the next crawl will know of
 * @param excluded what the filters left out
 * @param added what no crawl knew before
 * @param removed what was known and is gone
 * @param removedCount those, and what the index held without anyone knowing why
 */
record Findings(
    RelationNames present,
    RelationNames excluded,
    List<RelationName> added,
    List<RelationName> removed,
    long removedCount) {}
