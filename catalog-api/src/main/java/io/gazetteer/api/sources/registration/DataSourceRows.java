package io.gazetteer.api.sources.registration;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.sources.DataSourcesChanged;
import io.gazetteer.api.sources.schedule.StartTimes;
import io.gazetteer.common.catalog.CrawlOptions;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsSettings;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rows of registered data sources. Thread safe. */
@Component
class DataSourceRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final StartTimes times;
  private final ApplicationEventPublisher events;
  private final Audit audit;

  DataSourceRows(JdbcClient jdbc, StartTimes times, ApplicationEventPublisher events, Audit audit) {
    this.jdbc = jdbc;
    this.times = times;
    this.events = events;
    this.audit = audit;
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

  /** Inserts with epoch 1; false when the address is taken. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean insert(UUID id, NewDataSource registration, byte[] secret) {
    events.publishEvent(new DataSourcesChanged());
    var options = registration.options();
    boolean inserted =
        jdbc.sql(
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
                .param("kind", registration.kind().name())
                .param("hostname", registration.hostname())
                .param("port", registration.port())
                .param("dbName", registration.dbName())
                .param("username", registration.username())
                .param("secret", secret)
                .params(columns(registration.tls()))
                .params(columns(options))
                .param("next", next(id, options))
                .update()
            == 1;
    if (inserted) {
      audit.record(
          "credentials_registered",
          id,
          Map.of(
              "hostname", registration.hostname(),
              "port", registration.port(),
              "db_name", registration.dbName()));
    }
    return inserted;
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

  private @Nullable OffsetDateTime next(UUID id, CrawlOptions options) {
    return times.next(id, options).map(start -> start.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  /** Stores the fields of this row as they are now, but for the next start of its schedule. */
  @Transactional(propagation = Propagation.MANDATORY)
  void update(DataSource source) {
    events.publishEvent(new DataSourcesChanged());
    jdbc.sql(
            """
            update data_source
            set hostname = :hostname, port = :port, db_name = :dbName, username = :username,
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
    audit.record(
        "credentials_changed",
        source.id(),
        Map.of(
            "hostname", source.hostname(),
            "port", source.port(),
            "db_name", source.dbName(),
            "schedule", source.options().schedule()));
  }

  /** Lets its schedule count from now. */
  @Transactional(propagation = Propagation.MANDATORY)
  void reschedule(DataSource source) {
    jdbc.sql("update data_source set next_crawl_at = :next where id = :id")
        .param("id", source.id())
        .param("next", next(source.id(), source.options()))
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void updateSecret(UUID id, byte[] secret) {
    jdbc.sql("update data_source set secret = :secret, updated_at = now() where id = :id")
        .param("id", id)
        .param("secret", secret)
        .update();
    audit.record("credentials_password_changed", id, Map.of());
  }

  /** Marks as deleted and destroys the secret; false when there is no such row. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean delete(UUID id) {
    events.publishEvent(new DataSourcesChanged());
    boolean deleted =
        jdbc.sql(
                    """
                update data_source
                set deleted_at = now(), secret = null, next_crawl_at = null, updated_at = now()
                where id = :id and deleted_at is null
                """)
                .param("id", id)
                .update()
            == 1;
    if (deleted) {
      audit.record("credentials_deleted", id, Map.of());
    }
    return deleted;
  }
}
