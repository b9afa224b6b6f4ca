package io.gazetteer.worker.introspect;

import io.gazetteer.common.relation.RelationKind;

/**
 * Names a relation as the plan's listing saw it.
 *
 * @param id PostgreSQL's oid; 0 where the source has no ids, then schema and name identify it
 * @param columnCount good enough to cut batches by; PostgreSQL counts dropped columns too
 */
public record RelationRef(
    long id, String schema, String name, RelationKind kind, int columnCount) {}
