package io.gazetteer.api.sources.registration;

import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches and sorts registered data sources for people who choose one. Thread safe. */
@Component
public final class DataSourceSearch {
  private final JdbcClient jdbc;

  DataSourceSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Says by what data sources are sorted. */
  public enum Order {
    NAME("d.db_name, d.hostname, d.port"),
    HOST("d.hostname, d.db_name"),
    CRAWL("c.created_at desc nulls last, d.db_name"),
    /**
     * A crawl without a plan that has failed stands with the live ones until a whole minute has
     * gone by since its start: how soon it failed is not for everyone.
     */
    STATE(
        """
        c.state in ('FAILED', 'HELD', 'PARTIAL') and not (%1$s) desc, c.live or (%1$s) desc, d.db_name\
        """
            .formatted(
                """
                c.state = 'FAILED' and c.batches_total is null
                and now() < c.started_at + interval '1 minute'
                    * greatest(1, ceil(extract(epoch from c.finished_at - c.started_at) / 60))\
                """));

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }
  }

  /**
   * Finds data sources.
   *
   * @param text a part of the name of the database or its host, in any case; empty for all
   * @param from how many are left out before
   */
  public List<DataSource> find(String text, Order order, int from, int limit) {
    return jdbc.sql(
            "select "
                + DataSources.COLUMNS.replaceAll("(\\w+)", "d.$1")
                + """
                 from data_source d
                left join crawl c on c.data_source_id = d.id and c.epoch = d.epoch
                where d.deleted_at is null
                  and (:text = '' or strpos(lower(d.db_name || ' ' || d.hostname), lower(:text)) > 0)
                order by\
                """
                + " "
                + order.sql
                + ", d.id limit :limit offset :from")
        .param("text", text)
        .param("limit", limit)
        .param("from", from)
        .query(DataSources::map)
        .list();
  }

  /** Counts the data sources that {@link #find} finds in all. */
  public int count(String text) {
    return jdbc.sql(
            """
            select count(*) from data_source d
            where d.deleted_at is null
              and (:text = '' or strpos(lower(d.db_name || ' ' || d.hostname), lower(:text)) > 0)
            """)
        .param("text", text)
        .query(Integer.class)
        .single();
  }
}
