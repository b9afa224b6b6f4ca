/** The settings of a worker. */
@NullMarked
package io.gazetteer.worker.runtime.settings;

import org.jspecify.annotations.NullMarked;
