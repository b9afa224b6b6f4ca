package io.gazetteer.api.search.meaning;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes vectors in the catalog store, which all API processes share. Thread safe. */
@Component
class StoredVectors {
  /** With another model, or another text of a table, vectors are others. */
  private static final int MODEL = 1;

  private final JdbcClient jdbc;

  StoredVectors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The vectors that there are of these keys. */
  Map<Long, PackedVector> read(Collection<Long> keys) {
    var found = new HashMap<Long, PackedVector>();
    jdbc.sql(
            """
            select fold_key, vector from table_vector
            where model = :model and fold_key = any (:keys)
            """)
        .param("model", MODEL)
        .param("keys", keys.toArray(Long[]::new))
        .query(
            row -> {
              found.put(row.getLong("fold_key"), PackedVector.read(row.getBytes("vector")));
            });
    return found;
  }

  /** Whether a crawl is under way anywhere, which needs the processors more. */
  boolean isCrawling() {
    return jdbc.sql("select exists (select from crawl where live)").query(Boolean.class).single();
  }

  void write(Map<Long, PackedVector> vectors) {
    vectors.forEach(
        (key, vector) ->
            jdbc.sql(
                    """
                    insert into table_vector (fold_key, model, vector) values (?, ?, ?)
                    on conflict (fold_key) do update
                    set model = excluded.model, vector = excluded.vector, made_at = now()
                    """)
                .param(key)
                .param(MODEL)
                .param(vector.bytes())
                .update());
  }

  /** Removes vectors that were made a month ago, or before, and that no table has any more. */
  void removeOld(Collection<Long> used) {
    jdbc.sql(
            """
            delete from table_vector
            where made_at < now() - interval '30 days' and not fold_key = any (:keys)
            """)
        .param("keys", used.toArray(Long[]::new))
        .update();
  }
}
