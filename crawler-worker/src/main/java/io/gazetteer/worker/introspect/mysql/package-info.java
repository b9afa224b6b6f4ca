/** Reads MySQL and MariaDB: information_schema, one view a query, joined in memory. */
@NullMarked
package io.gazetteer.worker.introspect.mysql;

import org.jspecify.annotations.NullMarked;
