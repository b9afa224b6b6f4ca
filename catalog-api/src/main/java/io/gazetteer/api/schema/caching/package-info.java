/** Saves making answers again: by entity tags, and by small answers in memory. */
@NullMarked
package io.gazetteer.api.schema.caching;

import org.jspecify.annotations.NullMarked;
