/** Rebuilds the search index behind its aliases, and notices when that is needed. */
@NullMarked
package io.gazetteer.worker.rebuild;

import org.jspecify.annotations.NullMarked;
