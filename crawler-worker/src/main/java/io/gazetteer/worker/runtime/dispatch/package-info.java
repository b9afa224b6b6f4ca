/** Runs work off the Kafka threads, so that a slow source holds up nobody else. */
@NullMarked
package io.gazetteer.worker.runtime.dispatch;

import org.jspecify.annotations.NullMarked;
