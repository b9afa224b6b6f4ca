/** Worker processes and servers that are killed, cut off or lie. */
@NullMarked
package io.gazetteer.worker.testing.processes;

import org.jspecify.annotations.NullMarked;
