package io.gazetteer.api.registration;

import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.common.model.DatabaseKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of registered data sources. Thread safe. */
@Component
class RegisteredSources {
  private final JdbcClient jdbc;

  RegisteredSources(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order of registration, from after this place. */
  List<DataSource> page(Place after, int limit) {
    return jdbc.sql(
            "select "
                + DataSources.COLUMNS
                + """
                 from data_source
                where deleted_at is null
                  and (created_at, id) > (:createdAt::timestamptz, :id)
                order by created_at, id limit :limit
                """)
        .param("createdAt", after.createdAt())
        .param("id", after.id())
        .param("limit", limit)
        .query(DataSources::map)
        .list();
  }

  /** A place in that order; the time as PostgreSQL reads it. */
  record Place(String createdAt, UUID id) {
    static final Place START = new Place("-infinity", new UUID(0, 0));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  Optional<DataSource> lock(UUID id) {
    return jdbc.sql(
            "select "
                + DataSources.COLUMNS
                + " from data_source where id = :id and deleted_at is null for update")
        .param("id", id)
        .query(DataSources::map)
        .optional();
  }

  Optional<UUID> findAddress(DatabaseKind kind, String hostname, int port, String dbName) {
    return jdbc.sql(
            """
            select id from data_source
            where kind = :kind and hostname = :hostname and port = :port and db_name = :dbName
              and deleted_at is null
            """)
        .param("kind", kind.name())
        .param("hostname", hostname)
        .param("port", port)
        .param("dbName", dbName)
        .query(UUID.class)
        .optional();
  }

  /**
   * Inserts with epoch 1; its first scheduled crawl is a day away, give or take a tenth, so that
   * what was registered together is not crawled together for ever. False when the address is taken.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean insert(UUID id, Registration registration, byte[] secret) {
    return jdbc.sql(
                """
                insert into data_source
                  (id, kind, hostname, port, db_name, username, secret, epoch, next_crawl_at)
                values (:id, :kind, :hostname, :port, :dbName, :username, :secret, 1,
                  now() + interval '1 day' * (0.9 + 0.2 * random()))
                on conflict (kind, hostname, port, db_name) where deleted_at is null do nothing
                """)
            .param("id", id)
            .param("kind", registration.kind().name())
            .param("hostname", registration.hostname())
            .param("port", registration.port())
            .param("dbName", registration.dbName())
            .param("username", registration.username())
            .param("secret", secret)
            .update()
        == 1;
  }

  /** Stores the fields of this row as they are now. */
  @Transactional(propagation = Propagation.MANDATORY)
  void update(DataSource source) {
    jdbc.sql(
            """
            update data_source
            set hostname = :hostname, port = :port, db_name = :dbName, username = :username,
                updated_at = now()
            where id = :id
            """)
        .param("id", source.id())
        .param("hostname", source.hostname())
        .param("port", source.port())
        .param("dbName", source.dbName())
        .param("username", source.username())
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void updateSecret(UUID id, byte[] secret) {
    jdbc.sql("update data_source set secret = :secret, updated_at = now() where id = :id")
        .param("id", id)
        .param("secret", secret)
        .update();
  }

  /** Marks as deleted and destroys the secret; false when there is no such row. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean delete(UUID id) {
    return jdbc.sql(
                """
                update data_source
                set deleted_at = now(), secret = null, next_crawl_at = null, updated_at = now()
                where id = :id and deleted_at is null
                """)
            .param("id", id)
            .update()
        == 1;
  }
}
