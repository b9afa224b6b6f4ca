package io.gazetteer.api.schema;

import io.gazetteer.api.sources.WantedDataSources;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the one data source that a caller means by a database name, in the catalog store: what
 * another process changed a moment ago holds here, too. Thread safe.
 */
@Component
final class Databases {
  private final JdbcClient jdbc;

  Databases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One of several databases of a name. */
  record Candidate(UUID id, String hostname, int port, String dbName, String dbType) {
    static Candidate of(DataSource source) {
      return new Candidate(
          source.id(),
          source.hostname(),
          source.port(),
          source.dbName(),
          source.kind().displayName());
    }
  }

  /**
   * @throws Problem {@code database_not_found} or {@code ambiguous_database}
   */
  DataSource find(WantedDataSources wanted) {
    var found = named(wanted.dbNames()).stream().filter(wanted::fits).toList();
    if (found.isEmpty()) {
      throw new Problem(
          ProblemCode.DATABASE_NOT_FOUND, "No database of this name is registered there");
    }
    if (found.size() > 1) {
      throw new Problem(
              ProblemCode.AMBIGUOUS_DATABASE, "Say which by hostname, port or id: see candidates")
          .with("candidates", found.stream().map(Candidate::of).toList());
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
