/** How PostgreSQL 12 and later is read: pg_catalog by oid, never information_schema. */
@NullMarked
package io.gazetteer.worker.introspect.postgresql;

import org.jspecify.annotations.NullMarked;
