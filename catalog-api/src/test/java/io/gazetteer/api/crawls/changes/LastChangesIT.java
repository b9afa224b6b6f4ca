package io.gazetteer.api.crawls.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the few changes of a table are found in the long history of its database. */
class LastChangesIT {
  private static final Pattern ROWS =
      Pattern.compile("(?:actual rows=|Removed by [A-Za-z ]+: )(\\d+)");
  private static final int MANY = 20_000;

  private final TestApi api = TestApi.shared();
  private final JdbcClient jdbc = api.bean(JdbcClient.class);

  @Test
  void readsNoChangesOfOtherTables() {
    var id = new RegisteredDataSources(api).crawled("last_changes");
    insertMany(id);
    try {
      assertThat(api.bean(SchemaChanges.class).lastOf(id, "s", "quiet", 10))
          .extracting(SchemaChange::table)
          .containsExactly("quiet");
      assertThat(plan(id)).allSatisfy(line -> assertThat(mostRows(line)).isLessThan(100));
    } finally {
      jdbc.sql("delete from schema_change where data_source_id = :id").param("id", id).update();
    }
  }

  private void insertMany(UUID id) {
    jdbc.sql(
            """
            insert into schema_change
              (data_source_id, crawl_id, epoch, schema_name, relation_name, change)
            select :id, c.id, 1, 's', case when n = 1 then 'quiet' else 'busy' || n % 100 end,
              'table_comment_changed'
            from crawl c cross join generate_series(1, :many) n
            where c.data_source_id = :id and c.epoch = 1
            """)
        .param("id", id)
        .param("many", MANY)
        .update();
    jdbc.sql("analyze schema_change").update();
  }

  private List<String> plan(UUID id) {
    return jdbc.sql("explain (analyze, costs off) " + SchemaChanges.LAST_OF)
        .param("dataSourceId", id)
        .param("schema", "s")
        .param("relation", "quiet")
        .param("limit", 10)
        .query(String.class)
        .list();
  }

  private static int mostRows(String line) {
    return ROWS.matcher(line)
        .results()
        .mapToInt(rows -> Integer.parseInt(rows.group(1)))
        .max()
        .orElse(0);
  }
}
