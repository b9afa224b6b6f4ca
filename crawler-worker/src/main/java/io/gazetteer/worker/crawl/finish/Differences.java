package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.history.RelationNames;
import java.util.List;

/**
 * Says which relations a crawl found, and how that differs from what earlier crawls know.
 *
 * @param isBaseline whether no crawl before this one came to its end
 * @param present the relations that the next crawl will know of
 * @param excluded the relations that the filters left out
 * @param added the relations that no crawl knew before
 * @param removed the relations that were known and are gone
 * @param removedCount how many were removed, with those that only the index held
 */
record Differences(
    boolean isBaseline,
    RelationNames present,
    RelationNames excluded,
    List<RelationName> added,
    List<RelationName> removed,
    long removedCount) {}
