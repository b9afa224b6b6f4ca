/** Reads what the index already holds. */
@NullMarked
package io.gazetteer.worker.index.stored;

import org.jspecify.annotations.NullMarked;
