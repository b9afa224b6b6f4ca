/** Reads PostgreSQL 12 and later from pg_catalog by oid, never from information_schema. */
@NullMarked
package io.gazetteer.worker.introspect.postgresql;

import org.jspecify.annotations.NullMarked;
