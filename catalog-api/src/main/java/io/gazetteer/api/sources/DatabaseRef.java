package io.gazetteer.api.sources;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.common.catalog.DataSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a registered database to callers: by its id, and by where it is. Databases of one name are
 * told apart by their hosts; how one reaches them there is for those who may change that.
 *
 * @param port null for viewers
 * @param dbType as callers write it, for example {@code PostgreSQL}
 */
public record DatabaseRef(
    UUID id,
    String hostname,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer port,
    String dbName,
    String dbType) {
  /** Names the database of a row to the caller of this thread's request. */
  public static DatabaseRef of(DataSource source) {
    return new DatabaseRef(
        source.id(),
        source.hostname(),
        Callers.have(Role.EDITOR) ? Integer.valueOf(source.port()) : null,
        source.dbName(),
        source.kind().displayName());
  }
}
