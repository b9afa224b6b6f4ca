/** The words of the index in memory, for typos, prefixes and parts of words. */
@NullMarked
package io.gazetteer.api.search.vocabulary;

import org.jspecify.annotations.NullMarked;
