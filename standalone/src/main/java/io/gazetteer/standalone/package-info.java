/** Holds the commands of {@code ./gazetteer}. */
@NullMarked
package io.gazetteer.standalone;

import org.jspecify.annotations.NullMarked;
