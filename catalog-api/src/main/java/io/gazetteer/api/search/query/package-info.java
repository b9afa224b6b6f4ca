/** The first stage of a search: parses a typed text to a tree. It knows nothing of the index. */
@NullMarked
package io.gazetteer.api.search.query;

import org.jspecify.annotations.NullMarked;
