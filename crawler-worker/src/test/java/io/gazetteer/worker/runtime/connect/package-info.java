@NullMarked
package io.gazetteer.worker.runtime.connect;

import org.jspecify.annotations.NullMarked;
