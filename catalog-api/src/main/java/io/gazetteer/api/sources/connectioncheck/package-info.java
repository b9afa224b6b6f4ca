/** Tries a connection and says what its user sees, or what is missing. */
@NullMarked
package io.gazetteer.api.sources.connectioncheck;

import org.jspecify.annotations.NullMarked;
