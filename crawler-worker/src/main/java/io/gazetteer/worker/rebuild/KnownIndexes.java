package io.gazetteer.worker.rebuild;

import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.SearchIndex;
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
