/** Reads PostgreSQL 12 and later: pg_catalog by oid, never information_schema. */
@NullMarked
package io.gazetteer.worker.introspect.postgresql;

import org.jspecify.annotations.NullMarked;
