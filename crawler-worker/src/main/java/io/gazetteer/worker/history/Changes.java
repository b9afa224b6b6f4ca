package io.gazetteer.worker.history;

import io.gazetteer.worker.lease.CrawlRef;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps which relations crawls found to be new or gone. Thread safe. */
@Component
public final class Changes {
  private final JdbcTemplate jdbc;

  Changes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Names a relation. */
  public record RelationName(String schema, String name) {}

  /**
   * Keeps which relations came and went, in the transaction that ends the crawl. What an attempt of
   * this crawl has told about a relation that is new goes: that it is new says all.
   */
  public void cameAndWent(
      CrawlRef crawl, Collection<RelationName> added, Collection<RelationName> removed) {
    forget(crawl, added);
    insert(crawl, added, "table_added");
    insert(crawl, removed, "table_removed");
  }

  /**
   * Forgets what this crawl has told: it turned out to be the first that came to its end, with
   * which later ones are compared.
   */
  public void forgetAll(CrawlRef crawl) {
    jdbc.update(
        "delete from schema_change where data_source_id = ? and epoch = ?",
        crawl.dataSourceId(),
        crawl.epoch());
  }

  /**
   * Forgets what this crawl has told about relations that turned out to be others under new names,
   * in the transaction that ends the crawl.
   */
  public void forgetNew(CrawlRef crawl, Collection<RelationName> relations) {
    forget(crawl, relations);
  }

  private void forget(CrawlRef crawl, Collection<RelationName> relations) {
    jdbc.update(
        """
        delete from schema_change
        where data_source_id = ? and epoch = ?
          and (schema_name, relation_name) in (select * from unnest(?, ?))
        """,
        crawl.dataSourceId(),
        crawl.epoch(),
        relations.stream().map(RelationName::schema).toArray(String[]::new),
        relations.stream().map(RelationName::name).toArray(String[]::new));
  }

  private void insert(CrawlRef crawl, Collection<RelationName> relations, String change) {
    jdbc.batchUpdate(
        """
        insert into schema_change (data_source_id, crawl_id, epoch, schema_name, relation_name,
                                   change)
        values (?, ?, ?, ?, ?, ?)
        """,
        relations.stream()
            .map(
                relation ->
                    new Object[] {
                      crawl.dataSourceId(),
                      crawl.crawlId(),
                      crawl.epoch(),
                      relation.schema(),
                      relation.name(),
                      change
                    })
            .toList());
  }
}
