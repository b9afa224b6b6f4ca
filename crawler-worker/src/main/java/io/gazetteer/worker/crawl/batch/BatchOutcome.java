package io.gazetteer.worker.crawl.batch;

import io.gazetteer.worker.index.IndexOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import java.util.List;

/**
 * Says what became of a batch.
 *
 * @param manifest the relations that were there when the batch was read: a relation that was
 *     dropped since the plan is missing, a renamed one has its new name
 * @param index what was written
 */
record BatchOutcome(List<RelationRef> manifest, IndexOutcome index) {}
