@NullMarked
package io.gazetteer.worker.connect;

import org.jspecify.annotations.NullMarked;
