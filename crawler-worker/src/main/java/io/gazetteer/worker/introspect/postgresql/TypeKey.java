package io.gazetteer.worker.introspect.postgresql;

/**
 * Holds what pg_attribute says of a type: its oid and the modifier that holds length or precision.
 */
record TypeKey(long oid, int modifier) {}
