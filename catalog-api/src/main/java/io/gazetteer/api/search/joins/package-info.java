/** How two tables are joined: over declared foreign keys, then over inferred ones. */
@NullMarked
package io.gazetteer.api.search.joins;

import org.jspecify.annotations.NullMarked;
