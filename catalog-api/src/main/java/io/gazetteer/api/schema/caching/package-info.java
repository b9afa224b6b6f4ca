/** Answers that need not be made again: entity tags, and small answers kept in memory. */
@NullMarked
package io.gazetteer.api.schema.caching;

import org.jspecify.annotations.NullMarked;
