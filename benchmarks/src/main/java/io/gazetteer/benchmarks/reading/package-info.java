/** Reading a catalog alone, against what it costs at least and against what people use today. */
@NullMarked
package io.gazetteer.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
