package io.gazetteer.api.sources.registration;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads registered databases with the state of their crawls. Thread safe. */
@Component
class KnownDatabases {
  private final JdbcClient jdbc;

  KnownDatabases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lists databases in the order of their registration, from after this place. */
  List<KnownDatabase> page(RegistrationCursor after, int limit) {
    return jdbc.sql(
            """
            select d.id, d.db_name, d.kind, d.created_at, newest.state,
              fresh.finished_at as fresh_at, fresh.tables_seen as tables,
              fresh.columns_seen as columns
            from data_source d
            left join lateral (
              select state from crawl
              where data_source_id = d.id order by epoch desc limit 1) newest on true
            left join lateral (
              select finished_at, tables_seen, columns_seen from crawl
              where data_source_id = d.id and state in ('SUCCEEDED', 'PARTIAL')
              order by epoch desc limit 1) fresh on true
            where d.deleted_at is null
              and (d.created_at, d.id) > (:createdAt::timestamptz, :id)
            order by d.created_at, d.id limit :limit
            """)
        .param("createdAt", after.createdAt())
        .param("id", after.id())
        .param("limit", limit)
        .query(KnownDatabase::map)
        .list();
  }
}
