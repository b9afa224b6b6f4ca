package io.gazetteer.common.catalog;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsMode;
import io.gazetteer.common.source.TlsSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads registered data sources; a deleted one is as if it were not there. Thread safe. */
public final class DataSources {
  /** These are the columns of a {@link DataSource}, for queries that end in {@link #map}. */
  public static final String COLUMNS =
      """
      id, kind, hostname, port, db_name, username, tls_mode, ca_certificate, epoch, schedule, \
      time_zone, filters, max_connections, next_crawl_at, created_at, updated_at""";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  public DataSources(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<DataSource> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from data_source where id = :id and deleted_at is null")
        .param("id", id)
        .query(DataSources::map)
        .optional();
  }

  /** Maps a row that has the {@link #COLUMNS}. */
  public static DataSource map(ResultSet row, int rowNumber) throws SQLException {
    return new DataSource(
        row.getObject("id", UUID.class),
        DatabaseKind.valueOf(row.getString("kind")),
        row.getString("hostname"),
        row.getInt("port"),
        row.getString("db_name"),
        row.getString("username"),
        row.getLong("epoch"),
        tls(row),
        options(row),
        Rows.instant(row, "next_crawl_at"),
        Rows.requiredInstant(row, "created_at"),
        Rows.requiredInstant(row, "updated_at"));
  }

  private static TlsSettings tls(ResultSet row) throws SQLException {
    return new TlsSettings(
        TlsMode.lookup(row.getString("tls_mode")).orElseThrow(), row.getString("ca_certificate"));
  }

  private static CrawlOptions options(ResultSet row) throws SQLException {
    return new CrawlOptions(
        row.getString("schedule"),
        row.getString("time_zone"),
        JSON.readValue(row.getString("filters"), RelationFilters.class),
        Rows.integer(row, "max_connections"));
  }
}
