package io.gazetteer.api.schema;

import io.gazetteer.api.web.Parameters;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the one data source that a caller means by a database name. Thread safe. */
@Component
final class Databases {
  private final JdbcClient jdbc;

  Databases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A database name, exact, and what narrows it when several databases have it. */
  record Wanted(
      String dbName, @Nullable String hostname, @Nullable Integer port, @Nullable UUID id) {
    private static final int MOST_PORT = 65_535;

    static Wanted of(Parameters parameters) {
      return new Wanted(
          parameters.text("db_name"),
          parameters.find("hostname").map(host -> host.toLowerCase(Locale.ROOT)).orElse(null),
          parameters.integer("port", 1, MOST_PORT),
          parameters.uuid("id"));
    }

    boolean fits(DataSource source) {
      return (hostname == null || hostname.equals(source.hostname()))
          && (port == null || port == source.port())
          && (id == null || id.equals(source.id()));
    }
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
  DataSource find(Wanted wanted) {
    var found = named(wanted.dbName()).stream().filter(wanted::fits).toList();
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

  private List<DataSource> named(String dbName) {
    return jdbc.sql(
            "select "
                + DataSources.COLUMNS
                + """
                 from data_source
                where db_name = :dbName and deleted_at is null order by hostname, port, id
                """)
        .param("dbName", dbName)
        .query(DataSources::map)
        .list();
  }
}
