/** Removes the documents of a deleted data source. */
@NullMarked
package io.gazetteer.worker.purge;

import org.jspecify.annotations.NullMarked;
