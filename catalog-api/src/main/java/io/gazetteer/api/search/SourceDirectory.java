package io.gazetteer.api.search;

import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  /** The ids of the data sources that fit; null fits any. */
  List<String> matching(Filter filter) {
    return jdbc.sql(
            """
            select id::text from data_source
            where deleted_at is null
              and (cast(:id as uuid) is null or id = :id)
              and (cast(:dbName as text) is null or db_name = :dbName)
              and (cast(:hostname as text) is null or hostname = :hostname)
              and (cast(:port as integer) is null or port = :port)
            """)
        .param("id", filter.id(), Types.OTHER)
        .param("dbName", filter.dbName(), Types.VARCHAR)
        .param("hostname", filter.hostname(), Types.VARCHAR)
        .param("port", filter.port(), Types.INTEGER)
        .query(String.class)
        .list();
  }

  /** What names data sources. */
  record Filter(
      @Nullable UUID id,
      @Nullable String dbName,
      @Nullable String hostname,
      @Nullable Integer port) {
    boolean isEmpty() {
      return id == null && dbName == null && hostname == null && port == null;
    }
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
