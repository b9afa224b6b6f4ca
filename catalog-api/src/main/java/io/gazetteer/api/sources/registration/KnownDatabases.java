package io.gazetteer.api.sources.registration;

import io.gazetteer.api.crawls.progress.CrawlReader;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads registered databases with the state of their crawls. Thread safe. */
@Component
public class KnownDatabases {
  private final JdbcClient jdbc;
  private final CrawlReader crawls;

  KnownDatabases(JdbcClient jdbc, CrawlReader crawls) {
    this.jdbc = jdbc;
    this.crawls = crawls;
  }

  /** Lists databases in the order of their registration, from after this place. */
  public List<KnownDatabase> page(RegistrationCursor after, int limit) {
    var found = find(after, limit);
    var newest = crawls.newestOf(found.stream().map(KnownDatabase::id).toList());
    return found.stream().map(database -> database.with(newest.get(database.id()))).toList();
  }

  private List<KnownDatabase> find(RegistrationCursor after, int limit) {
    return jdbc.sql(
            """
            select d.id, d.db_name, d.kind, d.created_at, null as state,
              fresh.finished_at as fresh_at, fresh.tables_seen as tables,
              fresh.columns_seen as columns
            from data_source d
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
