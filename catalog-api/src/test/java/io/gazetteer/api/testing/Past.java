package io.gazetteer.api.testing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the history of a data source as crawls would. */
public final class Past {
  private final JdbcClient jdbc;
  private final UUID id;

  public Past(TestApi api, UUID id) {
    this.jdbc = api.bean(JdbcClient.class);
    this.id = id;
  }

  /** Lets the data source have been registered so long ago. */
  public Past registered(Duration ago) {
    jdbc.sql(
            "update data_source set created_at = now() - :ago * interval '1 second' where id = :id")
        .param("ago", ago.toSeconds())
        .param("id", id)
        .update();
    return this;
  }

  /** Says which tables of a schema the newest crawl knows. */
  public Past known(String schema, List<String> tables) {
    jdbc.sql(
            """
            insert into known_relations (data_source_id, schema_name, relation_names, excluded_names)
            values (:id, :schema, :tables, '{}')
            on conflict (data_source_id, schema_name) do update set relation_names = :tables
            """)
        .param("id", id)
        .param("schema", schema)
        .param("tables", tables.toArray(String[]::new))
        .update();
    return this;
  }

  /** Adds a change that was found so long ago; the values are JSON. */
  public Past change(
      Duration ago,
      String path,
      String change,
      @Nullable String column,
      @Nullable String before,
      @Nullable String after) {
    int dot = path.indexOf('.');
    jdbc.sql(
            """
            insert into schema_change
              (data_source_id, crawl_id, epoch, found_at, schema_name, relation_name, change,
               column_name, before, after)
            values (:id, (select id from crawl where data_source_id = :id limit 1),
              100000 - :days, now() - :ago * interval '1 second', :schema, :table, :change,
              :column, cast(:before as json), cast(:after as json))
            """)
        .param("id", id)
        .param("ago", ago.toSeconds())
        .param("days", ago.toHours())
        .param("schema", path.substring(0, dot))
        .param("table", path.substring(dot + 1))
        .param("change", change)
        .param("column", column)
        .param("before", before)
        .param("after", after)
        .update();
    return this;
  }
}
