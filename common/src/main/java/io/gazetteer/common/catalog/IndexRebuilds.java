package io.gazetteer.common.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for rebuilds of the search index and reads them; a worker carries them out. Thread safe. */
public final class IndexRebuilds {
  private static final String COLUMNS =
      """
      id, reason, state, created_at, started_at, finished_at, tables_copied, tables_total, \
      error_code, error_message""";

  private final JdbcClient jdbc;

  public IndexRebuilds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Asks for a rebuild; returns empty when one is live.
   *
   * @param definitionVersion a worker needs this definition, or a newer one
   */
  public Optional<IndexRebuild> request(IndexRebuild.Reason reason, int definitionVersion) {
    return jdbc.sql(
            """
            insert into index_rebuild (id, reason, definition_version)
            values (:id, :reason, :version) on conflict do nothing
            returning\s"""
                + COLUMNS)
        .param("id", UUID.randomUUID())
        .param("reason", reason.name())
        .param("version", definitionVersion)
        .query(IndexRebuilds::map)
        .optional();
  }

  public Optional<IndexRebuild> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from index_rebuild where id = :id")
        .param("id", id)
        .query(IndexRebuilds::map)
        .optional();
  }

  public Optional<IndexRebuild> findLatest() {
    return jdbc.sql("select " + COLUMNS + " from index_rebuild order by created_at desc limit 1")
        .query(IndexRebuilds::map)
        .optional();
  }

  private static IndexRebuild map(ResultSet row, int rowNumber) throws SQLException {
    var code = row.getString("error_code");
    return new IndexRebuild(
        row.getObject("id", UUID.class),
        IndexRebuild.Reason.valueOf(row.getString("reason")),
        IndexRebuild.State.valueOf(row.getString("state")),
        Rows.requiredInstant(row, "created_at"),
        Rows.instant(row, "started_at"),
        Rows.instant(row, "finished_at"),
        row.getLong("tables_copied"),
        row.getObject("tables_total", Long.class),
        code == null ? null : new IndexRebuild.RebuildError(code, row.getString("error_message")));
  }
}
