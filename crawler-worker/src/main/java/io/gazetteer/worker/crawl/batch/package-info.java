/** Introspects one batch and indexes it, under a lease. */
@NullMarked
package io.gazetteer.worker.crawl.batch;

import org.jspecify.annotations.NullMarked;
