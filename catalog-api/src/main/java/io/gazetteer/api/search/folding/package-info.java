/** Folds hits that differ in nothing but their schema or their database into one with a count. */
@NullMarked
package io.gazetteer.api.search.folding;

import org.jspecify.annotations.NullMarked;
