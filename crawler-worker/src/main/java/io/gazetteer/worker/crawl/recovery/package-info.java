/** Publishes events again for work that has stalled. */
@NullMarked
package io.gazetteer.worker.crawl.recovery;

import org.jspecify.annotations.NullMarked;
