/**
 * The stages of a crawl in their order: plan, batch, finish; and recovery, which wakes what has
 * stalled.
 */
@NullMarked
package io.gazetteer.worker.crawl;

import org.jspecify.annotations.NullMarked;
