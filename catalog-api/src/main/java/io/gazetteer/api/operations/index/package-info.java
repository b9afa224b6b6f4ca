/** The search index as a whole: what stands behind its aliases, and building it anew. */
@NullMarked
package io.gazetteer.api.operations.index;

import org.jspecify.annotations.NullMarked;
