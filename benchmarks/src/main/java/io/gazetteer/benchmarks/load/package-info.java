/** A light load: prepared requests on plain sockets, answers that are read and thrown away. */
@NullMarked
package io.gazetteer.benchmarks.load;

import org.jspecify.annotations.NullMarked;
