/**
 * Reads what a database says about its own relations, over an open connection and by a fixed number
 * of set-based queries a batch.
 */
@NullMarked
package io.gazetteer.worker.introspect;

import org.jspecify.annotations.NullMarked;
