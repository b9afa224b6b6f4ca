/** Holds the definitions, names and document ids of the search index, and the way to ask it. */
@NullMarked
package io.gazetteer.common.index;

import org.jspecify.annotations.NullMarked;
