@NullMarked
package io.gazetteer.worker.introspect.mysql;

import org.jspecify.annotations.NullMarked;
