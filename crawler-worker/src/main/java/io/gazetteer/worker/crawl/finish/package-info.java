/** Sweeps what the source no longer has, checks the counts, sets the final state. */
@NullMarked
package io.gazetteer.worker.crawl.finish;

import org.jspecify.annotations.NullMarked;
