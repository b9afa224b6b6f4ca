package io.gazetteer.worker.crawl.finish;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.history.RelationNames;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what crawls found, as their plans and batches left it in the catalog store. */
@Component
final class Manifests {
  private final JdbcClient jdbc;

  Manifests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns what the crawl found; it is complete when its batches have ended. */
  Manifest of(CrawlRef crawl) {
    var source = crawl.dataSourceId();
    var manifest =
        new Manifest(
            new RelationNames(source),
            new RelationNames(source),
            new RelationNames(source),
            new RelationNames(source));
    jdbc.sql(
            """
            select relation_schemas, relation_names, vanished_schemas, vanished_names
            from crawl_batch where crawl_id = :id
            """)
        .param("id", crawl.crawlId())
        .query(
            row -> {
              addNames(row, "relation", manifest.expected());
              addNames(row, "vanished", manifest.vanished());
            });
    addFailed(crawl, manifest.failed());
    addExcluded(crawl, manifest.excluded());
    manifest.expected().removeAll(manifest.failed());
    return manifest;
  }

  private static void addNames(ResultSet row, String prefix, RelationNames names)
      throws SQLException {
    var schemas = (String[]) row.getArray(prefix + "_schemas").getArray();
    var relations = (String[]) row.getArray(prefix + "_names").getArray();
    for (int i = 0; i < schemas.length; i++) {
      names.add(new RelationName(schemas[i], relations[i]));
    }
  }

  private void addFailed(CrawlRef crawl, RelationNames names) {
    jdbc.sql("select schema_name, relation_name from crawl_failure where crawl_id = :id")
        .param("id", crawl.crawlId())
        .query(
            row -> {
              names.add(
                  new RelationName(row.getString("schema_name"), row.getString("relation_name")));
            });
  }

  /** Returns those of these relations that the source numbers, by their numbers. */
  Map<Long, RelationName> numbers(CrawlRef crawl, Collection<RelationName> relations) {
    var numbers = new HashMap<Long, RelationName>();
    jdbc.sql(
            """
            select i.id, i.schema_name, i.relation_name
            from crawl_batch b
            cross join unnest(b.relation_ids, b.relation_schemas, b.relation_names)
              as i (id, schema_name, relation_name)
            join unnest(:schemas, :names) as g (schema_name, relation_name)
              using (schema_name, relation_name)
            where b.crawl_id = :id and i.id <> 0
            """)
        .param("id", crawl.crawlId())
        .param("schemas", relations.stream().map(RelationName::schema).toArray(String[]::new))
        .param("names", relations.stream().map(RelationName::name).toArray(String[]::new))
        .query(
            row -> {
              numbers.put(row.getLong(1), new RelationName(row.getString(2), row.getString(3)));
            });
    return numbers;
  }

  private void addExcluded(CrawlRef crawl, RelationNames names) {
    jdbc.sql("select schema_name, relation_names from crawl_excluded where crawl_id = :id")
        .param("id", crawl.crawlId())
        .query(
            row -> {
              names.addAll(
                  row.getString("schema_name"),
                  (String[]) row.getArray("relation_names").getArray());
            });
  }

  /** Returns why the first of the failed relations failed. */
  Failure firstFailure(CrawlRef crawl) {
    return jdbc.sql(
            """
            select code, message from crawl_failure where crawl_id = :id
            order by schema_name, relation_name limit 1
            """)
        .param("id", crawl.crawlId())
        .query((row, n) -> new Failure(row.getString("code"), row.getString("message")))
        .single();
  }

  /**
   * Drops the manifests that the end of a crawl makes useless: those of older crawls, and its own
   * unless it is HELD, which keeps it until it is confirmed or a later crawl has ended.
   */
  void drop(CrawlRef crawl, CrawlState state) {
    jdbc.sql(
            """
            with over as (
                select id from crawl
                where data_source_id = :source
                  and (epoch < :epoch or epoch = :epoch and :state <> 'HELD')),
              excluded as (delete from crawl_excluded where crawl_id in (select id from over))
            delete from crawl_batch where crawl_id in (select id from over)
            """)
        .param("source", crawl.dataSourceId())
        .param("epoch", crawl.epoch())
        .param("state", state.name())
        .update();
  }
}
