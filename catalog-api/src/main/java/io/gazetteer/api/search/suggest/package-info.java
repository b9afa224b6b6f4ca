/** Suggestions of names while someone types. */
@NullMarked
package io.gazetteer.api.search.suggest;

import org.jspecify.annotations.NullMarked;
