/** All words the index knows, in memory: for typos, beginnings and parts of words. */
@NullMarked
package io.gazetteer.api.search.vocabulary;

import org.jspecify.annotations.NullMarked;
