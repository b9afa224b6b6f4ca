/** What a search answers: each hit, which words it has and where. */
@NullMarked
package io.gazetteer.api.search.hits;

import org.jspecify.annotations.NullMarked;
