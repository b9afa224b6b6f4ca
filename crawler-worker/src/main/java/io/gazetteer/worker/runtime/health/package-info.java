/** Tells whether this worker can do its work: a consumer that has died must show, not be silent. */
@NullMarked
package io.gazetteer.worker.runtime.health;

import org.jspecify.annotations.NullMarked;
