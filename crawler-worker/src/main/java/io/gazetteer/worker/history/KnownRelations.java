package io.gazetteer.worker.history;

import io.gazetteer.worker.history.Changes.RelationName;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The relations that the crawls of a data source know of, in the catalog store: what is added and
 * removed is told from this and not from the index, which may have been lost in between.
 */
@Component
public class KnownRelations {
  /** The row that says that there has been a crawl, even if it found nothing. */
  private static final String MARK = "";

  private final JdbcTemplate jdbc;

  KnownRelations(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Says what earlier crawls know.
   *
   * @param isBaseline whether there is no earlier crawl, so that nothing can be said to be new
   */
  public record Known(boolean isBaseline, RelationNames present, RelationNames excluded) {

    public List<RelationName> added(RelationNames now) {
      if (isBaseline) {
        return List.of();
      }
      var known = new HashSet<>(present.ids());
      known.addAll(excluded.ids());
      return now.without(known);
    }

    /** Returns the relations that are known by these ids; none without an earlier crawl. */
    public List<RelationName> lost(Collection<String> ids) {
      return isBaseline
          ? List.of()
          : ids.stream().flatMap(id -> present.find(id).stream()).toList();
    }
  }

  public Known read(UUID dataSourceId) {
    var present = new RelationNames(dataSourceId);
    var excluded = new RelationNames(dataSourceId);
    boolean[] any = {false};
    JdbcClient.create(jdbc)
        .sql(
            """
            select schema_name, relation_names, excluded_names
            from known_relations where data_source_id = :id
            """)
        .param("id", dataSourceId)
        .query(
            row -> {
              any[0] = true;
              var schema = row.getString("schema_name");
              present.addAll(schema, strings(row.getArray("relation_names")));
              excluded.addAll(schema, strings(row.getArray("excluded_names")));
            });
    return new Known(!any[0], present, excluded);
  }

  private static String[] strings(Array array) throws SQLException {
    return (String[]) array.getArray();
  }

  /** Replaces what is known, in the transaction that ends a crawl. */
  public void write(UUID dataSourceId, RelationNames present, RelationNames excluded) {
    var schemas = new HashMap<String, List<List<String>>>();
    schemas.put(MARK, List.of(List.of(), List.of()));
    add(present, 0, schemas);
    add(excluded, 1, schemas);
    jdbc.update(
        "delete from known_relations where data_source_id = ? and schema_name <> all(?)",
        dataSourceId,
        schemas.keySet().toArray(String[]::new));
    jdbc.batchUpdate(
        """
        insert into known_relations (data_source_id, schema_name, relation_names, excluded_names)
        values (?, ?, ?, ?)
        on conflict (data_source_id, schema_name) do update
        set relation_names = excluded.relation_names, excluded_names = excluded.excluded_names
        where known_relations.relation_names <> excluded.relation_names
           or known_relations.excluded_names <> excluded.excluded_names
        """,
        schemas.entrySet().stream()
            .map(
                schema ->
                    new Object[] {
                      dataSourceId,
                      schema.getKey(),
                      sorted(schema.getValue().get(0)),
                      sorted(schema.getValue().get(1))
                    })
            .toList());
  }

  private static void add(RelationNames names, int place, Map<String, List<List<String>>> schemas) {
    for (RelationName name : names.values()) {
      schemas
          .computeIfAbsent(name.schema(), schema -> List.of(new ArrayList<>(), new ArrayList<>()))
          .get(place)
          .add(name.name());
    }
  }

  private static String[] sorted(List<String> names) {
    return names.stream().sorted().toArray(String[]::new);
  }
}
