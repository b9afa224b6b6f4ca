package io.gazetteer.api.sources.registration;

import io.gazetteer.api.sources.registration.forms.NewDataSource;
import io.gazetteer.common.catalog.CrawlOptions;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsSettings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the rows of registered data sources, and nothing else. Thread safe. */
@Component
class DataSourceRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  DataSourceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lists data sources in the order of their registration, from after this place. */
  List<DataSource> page(RegistrationCursor after, int limit) {
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

  /** Finds a data source, and keeps others from changing it until the transaction ends. */
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

  /** Finds the data source that has this address. */
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

  /** Inserts a data source with epoch 1; false when the address is taken. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean insert(UUID id, NewDataSource source, byte[] secret, Optional<Instant> nextCrawl) {
    return jdbc.sql(
                """
                insert into data_source
                  (id, kind, hostname, port, db_name, username, secret, epoch,
                   tls_mode, ca_certificate,
                   schedule, time_zone, filters, max_connections, next_crawl_at)
                values (:id, :kind, :hostname, :port, :dbName, :username, :secret, 1,
                  :tlsMode, :caCertificate,
                  :schedule, :timeZone, :filters::jsonb, :maxConnections, :next)
                on conflict (kind, hostname, port, db_name) where deleted_at is null do nothing
                """)
            .param("id", id)
            .param("kind", source.kind().name())
            .param("hostname", source.hostname())
            .param("port", source.port())
            .param("dbName", source.dbName())
            .param("username", source.username())
            .param("secret", secret)
            .params(columns(source.tls()))
            .params(columns(source.options()))
            .param("next", timestamp(nextCrawl))
            .update()
        == 1;
  }

  private static Map<String, @Nullable Object> columns(TlsSettings tls) {
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("tlsMode", tls.mode().jsonName());
    columns.put("caCertificate", tls.caCertificate());
    return columns;
  }

  private static Map<String, @Nullable Object> columns(CrawlOptions options) {
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("schedule", options.schedule());
    columns.put("timeZone", options.timeZone());
    columns.put("filters", JSON.writeValueAsString(options.filters()));
    columns.put("maxConnections", options.maxConnections());
    return columns;
  }

  private static @Nullable OffsetDateTime timestamp(Optional<Instant> instant) {
    return instant.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  /** Stores the fields of this row as they are now, but for the next start of its schedule. */
  @Transactional(propagation = Propagation.MANDATORY)
  void update(DataSource source) {
    jdbc.sql(
            """
            update data_source
            set identity = case
                  when (hostname, port, db_name) = (:hostname, :port, :dbName) then identity end,
                hostname = :hostname, port = :port, db_name = :dbName, username = :username,
                tls_mode = :tlsMode, ca_certificate = :caCertificate,
                schedule = :schedule, time_zone = :timeZone, filters = :filters::jsonb,
                max_connections = :maxConnections, updated_at = now()
            where id = :id
            """)
        .param("id", source.id())
        .param("hostname", source.hostname())
        .param("port", source.port())
        .param("dbName", source.dbName())
        .param("username", source.username())
        .params(columns(source.tls()))
        .params(columns(source.options()))
        .update();
  }

  /** Stores when the schedule starts the next crawl; empty when it starts none. */
  @Transactional(propagation = Propagation.MANDATORY)
  void reschedule(UUID id, Optional<Instant> nextCrawl) {
    jdbc.sql("update data_source set next_crawl_at = :next where id = :id")
        .param("id", id)
        .param("next", timestamp(nextCrawl))
        .update();
  }

  /** Stores another encrypted password. */
  @Transactional(propagation = Propagation.MANDATORY)
  void updateSecret(UUID id, byte[] secret) {
    jdbc.sql("update data_source set secret = :secret, updated_at = now() where id = :id")
        .param("id", id)
        .param("secret", secret)
        .update();
  }

  /** Marks a data source as deleted and destroys its secret; false when there is no such row. */
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
