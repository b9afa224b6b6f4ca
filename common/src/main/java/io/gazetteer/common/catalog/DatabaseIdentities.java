package io.gazetteer.common.catalog;

import io.gazetteer.common.source.SourceAddress;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows which databases registrations have led to, by what the servers said. Thread safe. */
public final class DatabaseIdentities {
  private final JdbcClient jdbc;

  public DatabaseIdentities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Finds a registration of this database under another address. */
  public Optional<UUID> findOther(SourceAddress address, String identity) {
    return jdbc.sql(
            """
            select id from data_source
            where identity = :identity and deleted_at is null
              and (kind, hostname, port, db_name) <> (:kind, :hostname, :port, :dbName)
            order by created_at limit 1
            """)
        .param("identity", identity)
        .param("kind", address.kind().name())
        .param("hostname", address.hostname())
        .param("port", address.port())
        .param("dbName", address.dbName())
        .query(UUID.class)
        .optional();
  }

  /** Stores the identity of a registration; returns an older one of the same database. */
  public Optional<UUID> store(UUID id, String identity) {
    jdbc.sql(
            """
            update data_source set identity = :identity
            where id = :id and identity is distinct from :identity
            """)
        .param("id", id)
        .param("identity", identity)
        .update();
    return jdbc.sql(
            """
            select o.id from data_source o
            join data_source d on d.id = :id
            where o.identity = :identity and o.deleted_at is null
              and (o.created_at, o.id) < (d.created_at, d.id)
            order by o.created_at limit 1
            """)
        .param("id", id)
        .param("identity", identity)
        .query(UUID.class)
        .optional();
  }
}
