/** What the process itself needs: messages, connections, settings, health. */
@NullMarked
package io.gazetteer.worker.runtime;

import org.jspecify.annotations.NullMarked;
