/** Gives the process what it needs itself: messages, connections, settings, health. */
@NullMarked
package io.gazetteer.worker.runtime;

import org.jspecify.annotations.NullMarked;
