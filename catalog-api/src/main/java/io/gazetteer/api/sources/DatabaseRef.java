package io.gazetteer.api.sources;

import io.gazetteer.common.catalog.DataSource;
import java.util.UUID;

/**
 * Names a registered database to callers: by its id, and by where it is.
 *
 * @param dbType as callers write it, for example {@code PostgreSQL}
 */
public record DatabaseRef(UUID id, String hostname, int port, String dbName, String dbType) {
  /** Names the database of a row. */
  public static DatabaseRef of(DataSource source) {
    return new DatabaseRef(
        source.id(),
        source.hostname(),
        source.port(),
        source.dbName(),
        source.kind().displayName());
  }
}
