package io.gazetteer.api.crawls.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ChangesIT {
  private final TestApi api = TestApi.shared();
  private final RegisteredDataSources sources = new RegisteredDataSources(api);
  private final CrawlRows crawls = new CrawlRows(api);
  private final JdbcClient jdbc = api.bean(JdbcClient.class);

  @Test
  void showsAChangeWithBeforeAndAfterAsTheyAre() {
    var id = sources.crawled("changes_shape");
    jdbc.sql(
            """
            insert into schema_change (data_source_id, crawl_id, epoch, found_at, schema_name,
              relation_name, change, column_name, before, after)
            values (:id, :crawl, 1, '2030-01-02T03:04:05Z', 'public', 'orders',
              'column_type_changed', 'total', '"numeric(12,2)"',
              '{"Data_Type": [1.000000000000000000001, true, null]}')
            """)
        .param("id", id)
        .param("crawl", crawls.newest(id))
        .update();

    var answer = api.get(path(id));
    var change = answer.json().at("/changes/0");

    assertThat(change.propertyNames())
        .containsExactlyInAnyOrder(
            "at", "crawl_id", "schema", "table", "change", "column", "before", "after");
    assertThat(change.path("at").asString()).isEqualTo("2030-01-02T03:04:05Z");
    assertThat(change.path("crawl_id").asString()).isEqualTo(crawls.newest(id).toString());
    assertThat(change.path("schema").asString()).isEqualTo("public");
    assertThat(change.path("table").asString()).isEqualTo("orders");
    assertThat(change.path("change").asString()).isEqualTo("column_type_changed");
    assertThat(change.path("column").asString()).isEqualTo("total");
    assertThat(change.path("before").asString()).isEqualTo("numeric(12,2)");
    assertThat(answer.text()).contains("{\"Data_Type\": [1.000000000000000000001, true, null]}");
  }

  @Test
  void showsNullForNothing() {
    var id = sources.crawled("changes_null");
    insert(id, 1, "t", "table_added");

    var change = api.get(path(id)).json().at("/changes/0");

    assertThat(change.get("column").isNull()).isTrue();
    assertThat(change.get("before").isNull()).isTrue();
    assertThat(change.get("after").isNull()).isTrue();
  }

  @Test
  void givesAllChangesAsRows() {
    var id = sources.crawled("changes_rows");
    IntStream.range(0, 120).forEach(i -> insert(id, 1, "=t" + i, "table_added"));

    var rows = api.get(path(id) + "?format=csv");

    assertThat(rows.header("Content-Type")).startsWith("text/csv");
    var lines = rows.text().lines().toList();
    assertThat(lines).hasSize(121);
    assertThat(lines.getFirst()).isEqualTo("at,schema,table,change,column,before,after,crawl_id");
    assertThat(lines.get(1)).contains(",'=t0,table_added,,,,");
    assertThat(api.get(path(id) + "?format=csv&limit=3").wrongFields()).containsExactly("limit");
  }

  @Test
  void pagesInOrderAndHidesWhatALiveCrawlHasFound() {
    var id = sources.crawled("changes_paging");
    startCrawl(id);
    insert(id, 2, "live", "table_added");
    IntStream.range(0, 250).forEach(n -> insert(id, 1, "t%03d".formatted(n), "column_added"));

    var first = walk(id, null);
    sources.endCrawl(id, "SUCCEEDED");
    var second = walk(id, first.resumeCursor());
    var third = walk(id, second.resumeCursor());

    assertThat(first.tables())
        .isEqualTo(IntStream.range(0, 250).mapToObj("t%03d"::formatted).toList());
    assertThat(second.tables()).containsExactly("live");
    assertThat(third.tables()).isEmpty();
    assertThat(third.resumeCursor()).isEqualTo(second.resumeCursor());
  }

  @Test
  void ordersByCrawlFirst() {
    var id = sources.crawled("changes_order");
    startCrawl(id);
    sources.endCrawl(id, "SUCCEEDED");
    insert(id, 2, "later", "table_added");
    insert(id, 1, "earlier", "table_added");

    assertThat(tables(api.get(path(id)).json())).containsExactly("earlier", "later");
  }

  @Test
  void hidesThoseOfAHeldCrawlAgainWhileItRemoves() {
    var id = sources.crawled("changes_held");
    insert(id, 1, "t", "table_removed");
    sources.endCrawl(id, "HELD");
    assertThat(tables(api.get(path(id)).json())).hasSize(1);

    api.post("/api/crawls/" + crawls.newest(id) + "/confirm", null);

    assertThat(tables(api.get(path(id)).json())).isEmpty();
  }

  @Test
  void hasNoCursorsWithoutChanges() {
    var page = api.get(path(sources.crawled("changes_none")) + "/").json();

    assertThat(page.path("changes").isEmpty()).isTrue();
    assertThat(page.get("next_cursor").isNull()).isTrue();
    assertThat(page.get("resume_cursor").isNull()).isTrue();
  }

  @Test
  void goesOnWithTheHistoryOfATableUnderItsOlderNames() {
    var id = sources.crawled("changes_renamed");
    insert(id, 1, "oldest", "column_added");
    rename(id, "oldest", "older");
    insert(id, 1, "older", "index_added");
    insert(id, 1, "oldest", "table_added");
    rename(id, "older", "new");
    insert(id, 1, "new", "index_removed");
    insert(id, 1, "older", "table_added");

    assertThat(told(id, "table=new&schema=s"))
        .containsExactly(
            "oldest column_added",
            "older table_renamed",
            "older index_added",
            "new table_renamed",
            "new index_removed");
    assertThat(told(id, "table=new")).hasSize(5);
    assertThat(told(id, "table=oldest"))
        .containsExactly("oldest column_added", "oldest table_added");
  }

  private List<String> told(UUID id, String filter) {
    return api.get(path(id) + "?" + filter)
        .json()
        .path("changes")
        .valueStream()
        .map(one -> one.path("table").asString() + " " + one.path("change").asString())
        .toList();
  }

  private void rename(UUID id, String from, String to) {
    insert(id, 1, to, "table_renamed");
    jdbc.sql(
            """
            update schema_change set before = json_build_object('schema', 's', 'table', cast(:old as text))
            where data_source_id = :id and relation_name = :now and change = 'table_renamed'
            """)
        .param("old", from, Types.VARCHAR)
        .param("id", id)
        .param("now", to)
        .update();
  }

  @Test
  void filtersByTimeNameAndKind() {
    var id = sources.crawled("changes_filters");
    insertAt(id, "2030-01-01T10:00:00Z", "a", "table_added");
    insertAt(id, "2030-01-01T11:00:00Z", "b", "column_added");
    insertAt(id, "2030-01-01T12:00:00Z", "c", "column_added");

    assertThat(found(id, "since=2030-01-01T11:00:00Z")).containsExactly("b", "c");
    assertThat(found(id, "since=2030-01-01T13:00:00%2B02:00")).containsExactly("b", "c");
    assertThat(found(id, "since=2030-01-01T13:00:00+02:00")).containsExactly("b", "c");
    assertThat(found(id, "since=2030-01-01T11:00:00.000001Z")).containsExactly("c");
    assertThat(found(id, "change=column_added")).containsExactly("b", "c");
    assertThat(found(id, "change=never_heard_of")).isEmpty();
    assertThat(found(id, "table=b")).containsExactly("b");
    assertThat(found(id, "table=B")).isEmpty();
    assertThat(found(id, "schema=s")).hasSize(3);
    assertThat(found(id, "schema=other")).isEmpty();
    assertThat(found(id, "change=column_added&since=2030-01-01T11:30:00Z&table=c&schema=s"))
        .containsExactly("c");
  }

  @Test
  void namesWrongParameters() {
    var path = path(sources.crawled("changes_wrong"));

    assertThat(
            api.get(path + "?since=yesterday&change=Drop%20table&limit=0&cursor=x").wrongFields())
        .containsExactlyInAnyOrder("since", "change", "limit", "cursor");
    assertThat(api.get(path + "?since=2030-01-01").wrongFields()).containsExactly("since");
    assertThat(api.get(path + "?since=2030-01-01T00:00:00").wrongFields()).containsExactly("since");
    assertThat(api.get(path + "?since=%2B999999999-01-01T00:00:00Z").wrongFields())
        .containsExactly("since");
    assertThat(api.get(path + "?limit=101").wrongFields()).containsExactly("limit");
    assertThat(api.get(path + "?table=%00").wrongFields()).containsExactly("table");
    // [1.5,2]
    assertThat(api.get(path + "?cursor=WzEuNSwyXQ").wrongFields()).containsExactly("cursor");
  }

  @Test
  void isOnlyForThoseWhoMayAndKnownSources() {
    var id = sources.crawled("changes_gone");
    assertThat(api.send("GET", path(id), null, Map.of()).status()).isEqualTo(401);
    assertThat(api.get(path(UUID.randomUUID())).status()).isEqualTo(404);
    api.call("DELETE", "/api/db-credentials/" + id, null);
    assertThat(api.get(path(id)).status()).isEqualTo(404);
  }

  /** The tables of all pages, and where the last page ended. */
  private record Walk(List<String> tables, String resumeCursor) {}

  private Walk walk(UUID id, @Nullable String from) {
    var tables = new ArrayList<String>();
    String cursor = from;
    while (true) {
      var page =
          api.get(path(id) + "?limit=60" + (cursor == null ? "" : "&cursor=" + cursor)).json();
      tables.addAll(tables(page));
      if (page.path("next_cursor").isNull()) {
        return new Walk(tables, page.path("resume_cursor").asString());
      }
      cursor = page.path("next_cursor").asString();
    }
  }

  private List<String> found(UUID id, String query) {
    return tables(api.get(path(id) + "?" + query).json());
  }

  private static List<String> tables(JsonNode page) {
    var tables = new ArrayList<String>();
    page.get("changes").forEach(change -> tables.add(change.path("table").asString()));
    return tables;
  }

  private static String path(UUID id) {
    return "/api/db-credentials/" + id + "/changes";
  }

  private void startCrawl(UUID id) {
    api.post("/api/db-credentials/" + id + "/crawls", null);
  }

  private void insert(UUID id, long epoch, String table, String change) {
    insert(id, epoch, "now", table, change);
  }

  private void insertAt(UUID id, String foundAt, String table, String change) {
    insert(id, 1, foundAt, table, change);
  }

  private void insert(UUID id, long epoch, String foundAt, String table, String change) {
    jdbc.sql(
            """
            insert into schema_change (data_source_id, crawl_id, epoch, found_at, schema_name,
              relation_name, change)
            select :id, c.id, :epoch, :foundAt::timestamptz, 's', :table, :change
            from crawl c where c.data_source_id = :id and c.epoch = :epoch
            """)
        .param("id", id)
        .param("epoch", epoch)
        .param("foundAt", foundAt)
        .param("table", table)
        .param("change", change)
        .update();
  }
}
