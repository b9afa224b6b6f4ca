package io.gazetteer.api.search;

import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The data sources that hits are of. Thread safe. */
@Component
final class SourceDirectory {
  private final JdbcClient jdbc;

  SourceDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Deleted data sources whose documents may still be in the index. */
  List<String> hidden() {
    return jdbc.sql("select id::text from data_source where deleted_at is not null")
        .query(String.class)
        .list();
  }

  List<DataSource> named(String dbName) {
    return jdbc.sql(
            "select "
                + DataSources.COLUMNS
                + " from data_source where db_name = :dbName and deleted_at is null")
        .param("dbName", dbName)
        .query(DataSources::map)
        .list();
  }

  Map<String, DataSource> byId(Collection<UUID> ids) {
    return jdbc
        .sql(
            "select "
                + DataSources.COLUMNS
                + " from data_source where id = any(:ids) and deleted_at is null")
        .param("ids", ids.toArray(UUID[]::new))
        .query(DataSources::map)
        .list()
        .stream()
        .collect(Collectors.toMap(source -> source.id().toString(), Function.identity()));
  }
}
