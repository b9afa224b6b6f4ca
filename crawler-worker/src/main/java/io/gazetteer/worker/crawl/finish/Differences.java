package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.history.RelationNames;
import io.gazetteer.worker.history.Rename;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which relations a crawl found, and how that differs from what earlier crawls know.
 *
 * @param isBaseline whether no crawl before this one came to its end
 * @param present the relations that the next crawl will know of
 * @param excluded the relations that the filters left out
 * @param added the relations that no crawl knew before
 * @param removed the relations that were known and are gone
 * @param renamed the relations that were known under another name
 * @param held the relations that the crawl would remove, and waits to; null when it does not wait
 * @param removedCount how many were removed, with those that only the index held
 */
record Differences(
    boolean isBaseline,
    RelationNames present,
    RelationNames excluded,
    List<RelationName> added,
    List<RelationName> removed,
    List<Rename> renamed,
    @Nullable List<RelationName> held,
    long removedCount) {}
