/** The last stage of a search: reads hits, and finds the words of the query in them. */
@NullMarked
package io.gazetteer.api.search.hits;

import org.jspecify.annotations.NullMarked;
