package io.gazetteer.api.sources;

import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the one data source that a caller means by a database name, in the catalog store: what
 * another process changed a moment ago holds here, too. Thread safe.
 */
@Component
public final class Databases {
  private final JdbcClient jdbc;

  Databases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Finds the data source.
   *
   * @throws DatabaseNotFoundException when there is none
   * @throws AmbiguousDatabaseException when there is more than one
   */
  public DataSource find(WantedDataSources wanted) {
    var found = named(wanted.dbNames()).stream().filter(wanted::fits).toList();
    if (found.isEmpty()) {
      throw new DatabaseNotFoundException();
    }
    if (found.size() > 1) {
      throw new AmbiguousDatabaseException(found.stream().map(DatabaseRef::of).toList());
    }
    return found.getFirst();
  }

  private List<DataSource> named(List<String> dbNames) {
    return jdbc.sql(
            "select "
                + DataSources.COLUMNS
                + """
                 from data_source
                where db_name in (:dbNames) and deleted_at is null order by hostname, port, id
                """)
        .param("dbNames", dbNames)
        .query(DataSources::map)
        .list();
  }
}
