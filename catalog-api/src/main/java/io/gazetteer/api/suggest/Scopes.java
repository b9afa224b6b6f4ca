package io.gazetteer.api.suggest;

import io.gazetteer.api.web.Parameters;
import java.sql.Types;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the data sources that a request is about. Thread safe. */
@Component
final class Scopes {
  private static final int MOST_PORT = 65_535;

  private final JdbcClient jdbc;

  Scopes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What names data sources; null fits any. */
  record Named(
      @Nullable UUID id,
      @Nullable String dbName,
      @Nullable String hostname,
      @Nullable Integer port) {

    static Named read(Parameters parameters) {
      return new Named(
          parameters.uuid("id"),
          parameters.find("db_name").orElse(null),
          parameters.find("hostname").map(host -> host.toLowerCase(Locale.ROOT)).orElse(null),
          parameters.integer("port", 1, MOST_PORT));
    }

    boolean isAny() {
      return id == null && dbName == null && hostname == null && port == null;
    }
  }

  /** A deleted data source's documents may still be in the index, and are not to be seen. */
  Scope find(Named named) {
    return named.isAny() ? allButDeleted() : only(named);
  }

  private Scope allButDeleted() {
    return new Scope(
        false,
        jdbc.sql("select id::text from data_source where deleted_at is not null")
            .query(String.class)
            .list());
  }

  private Scope only(Named named) {
    return new Scope(
        true,
        jdbc.sql(
                """
                select id::text from data_source
                where deleted_at is null
                  and (cast(:id as uuid) is null or id = :id)
                  and (cast(:dbName as text) is null or db_name = :dbName)
                  and (cast(:hostname as text) is null or hostname = :hostname)
                  and (cast(:port as integer) is null or port = :port)
                """)
            .param("id", named.id(), Types.OTHER)
            .param("dbName", named.dbName(), Types.VARCHAR)
            .param("hostname", named.hostname(), Types.VARCHAR)
            .param("port", named.port(), Types.INTEGER)
            .query(String.class)
            .list());
  }
}
