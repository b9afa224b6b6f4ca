/** Searching a large index, by the processes that are deployed. */
@NullMarked
package io.gazetteer.benchmarks.search;

import org.jspecify.annotations.NullMarked;
