package io.gazetteer.worker.rebuild;

import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.SearchIndex;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which index each alias stood for when a worker last looked. Thread safe. */
@Component
class KnownIndexes {
  private final JdbcClient jdbc;

  KnownIndexes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the uuid of each alias's index; an alias is missing when nobody has looked yet. */
  Map<IndexAlias, String> read() {
    var known = new EnumMap<IndexAlias, String>(IndexAlias.class);
    jdbc.sql("select alias, uuid from known_index")
        .query(
            row -> {
              known.put(IndexAlias.valueOf(row.getString("alias")), row.getString("uuid"));
            });
    return known;
  }

  void remember(List<SearchIndex> inUse) {
    for (SearchIndex index : inUse) {
      jdbc.sql(
              """
              insert into known_index (alias, uuid) values (:alias, :uuid)
              on conflict (alias) do update set uuid = excluded.uuid
              """)
          .param("alias", index.alias().name())
          .param("uuid", index.uuid())
          .update();
    }
  }

  /** Notes that what was in an index is gone. */
  void noteWiping(IndexAlias alias) {
    jdbc.sql("update known_index set wiped_at = now() where alias = :alias")
        .param("alias", alias.name())
        .update();
  }

  /** Notes that a closed index is opened; false when one was less than this ago. */
  boolean noteOpening(IndexAlias alias, Duration pause) {
    return jdbc.sql(
                """
                update known_index set opened_at = now()
                where alias = :alias
                  and (opened_at is null or opened_at < now() - :pause * interval '1 ms')
                """)
            .param("alias", alias.name())
            .param("pause", pause.toMillis())
            .update()
        == 1;
  }

  /** Remembers an index; false when another process did in between, or makes a new one. */
  boolean replace(SearchIndex index, String previous) {
    return jdbc.sql(
                """
                update known_index set uuid = :uuid
                where alias = :alias and uuid = :previous
                  and not exists (select from live_rebuild)
                """)
            .param("alias", index.alias().name())
            .param("uuid", index.uuid())
            .param("previous", previous)
            .update()
        == 1;
  }
}
