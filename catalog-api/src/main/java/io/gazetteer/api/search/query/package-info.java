/** The language of searches: what people type, as a tree. Knows nothing of the index. */
@NullMarked
package io.gazetteer.api.search.query;

import org.jspecify.annotations.NullMarked;
