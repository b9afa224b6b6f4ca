/** The databases that are read, and a network that is slow. */
@NullMarked
package io.gazetteer.benchmarks.source;

import org.jspecify.annotations.NullMarked;
