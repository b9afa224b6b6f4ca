@NullMarked
package io.gazetteer.worker.introspect.postgresql;

import org.jspecify.annotations.NullMarked;
