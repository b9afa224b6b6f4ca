/** The search index: its definitions, its names and the ids of its documents. */
@NullMarked
package io.gazetteer.common.index;

import org.jspecify.annotations.NullMarked;
