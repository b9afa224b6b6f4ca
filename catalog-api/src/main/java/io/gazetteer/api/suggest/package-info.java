/** Names to choose from while someone types. */
@NullMarked
package io.gazetteer.api.suggest;

import org.jspecify.annotations.NullMarked;
