package io.gazetteer.worker.crawl.finish;

import static java.util.stream.Collectors.groupingBy;

import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.lease.CrawlRef;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what HELD crawls would remove, for those who decide about it. */
@Component
final class HeldRemovals {
  private final JdbcTemplate jdbc;

  HeldRemovals(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Replaces what is kept, of this crawl and of older ones, in the transaction that ends it. */
  void write(CrawlRef crawl, Collection<RelationName> removals) {
    jdbc.update(
        """
        delete from held_removal where crawl_id in
          (select id from crawl where data_source_id = ? and epoch <= ?)
        """,
        crawl.dataSourceId(),
        crawl.epoch());
    jdbc.batchUpdate(
        "insert into held_removal (crawl_id, schema_name, relation_names) values (?, ?, ?)",
        removals.stream().collect(groupingBy(RelationName::schema)).entrySet().stream()
            .map(
                schema ->
                    new Object[] {
                      crawl.crawlId(),
                      schema.getKey(),
                      schema.getValue().stream()
                          .map(RelationName::name)
                          .sorted()
                          .toArray(String[]::new)
                    })
            .toList());
  }
}
