/** Reads MySQL and MariaDB from information_schema, one view a query, and joins them in memory. */
@NullMarked
package io.gazetteer.worker.introspect.mysql;

import org.jspecify.annotations.NullMarked;
