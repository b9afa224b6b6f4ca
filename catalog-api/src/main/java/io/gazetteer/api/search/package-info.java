/** Ranked search over tables and columns. */
@NullMarked
package io.gazetteer.api.search;

import org.jspecify.annotations.NullMarked;
