/** In how many tables there are columns of the same names. */
@NullMarked
package io.gazetteer.api.search.occurrences;

import org.jspecify.annotations.NullMarked;
