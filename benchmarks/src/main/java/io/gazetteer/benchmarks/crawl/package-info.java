/** Measures whole crawls, by the processes that are deployed. */
@NullMarked
package io.gazetteer.benchmarks.crawl;

import org.jspecify.annotations.NullMarked;
