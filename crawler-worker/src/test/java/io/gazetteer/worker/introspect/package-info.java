@NullMarked
package io.gazetteer.worker.introspect;

import org.jspecify.annotations.NullMarked;
