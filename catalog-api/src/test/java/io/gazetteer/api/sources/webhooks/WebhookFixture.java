package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A data source of a test's own, with the webhooks that watch it, and crawls as workers end them.
 */
final class WebhookFixture implements AutoCloseable {
  private final TestApi api;
  private final JdbcClient jdbc;
  private final CrawlRows crawls;
  private final UUID source;
  private final String name = "hooked_" + UUID.randomUUID().toString().substring(0, 8);

  WebhookFixture(TestApi api) {
    this.api = api;
    this.jdbc = api.bean(JdbcClient.class);
    this.crawls = new CrawlRows(api);
    this.source = new RegisteredDataSources(api).crawled(name);
  }

  UUID source() {
    return source;
  }

  String name() {
    return name;
  }

  /** Makes a webhook that is told of this data source; returns its id. */
  UUID webhook(Receiver receiver, Map<String, ?> more) {
    var body = new HashMap<String, Object>();
    body.put("url", receiver.url());
    body.put("secret", WebhookIT.SECRET);
    body.put("filter", Map.of("data_source", source.toString()));
    body.putAll(more);
    var answer = api.post("/api/webhooks", body);
    if (answer.status() != 201) {
      throw new AssertionError(answer.toString());
    }
    return UUID.fromString(answer.json().path("id").asString());
  }

  /** Begins another crawl; returns its id. */
  UUID crawl() {
    var answer = api.post("/api/db-credentials/" + source + "/crawls", null);
    if (answer.status() != 202) {
      throw new AssertionError(answer.toString());
    }
    return crawls.newest(source);
  }

  /** Has a crawl find these many changes, which go round over some tables. */
  void change(UUID crawl, int count, int tables) {
    jdbc.sql(
            """
            insert into schema_change (data_source_id, crawl_id, epoch, schema_name, relation_name,
              change, column_name, after)
            select :source, :crawl, (select epoch from crawl where id = :crawl), 'sales',
              't' || (n % :tables), 'column_added', 'c' || n, '{"name": "c"}'
            from generate_series(1, :count) n order by n
            """)
        .param("source", source)
        .param("crawl", crawl)
        .param("tables", tables)
        .param("count", count)
        .update();
  }

  /** Ends a crawl. */
  void end(UUID crawl, String state) {
    crawls.set(crawl, "state = '" + state + "'", "finished_at = now()");
  }

  /** Ends a crawl that has failed. */
  void fail(UUID crawl, String code) {
    crawls.set(
        crawl,
        "state = 'FAILED'",
        "finished_at = now()",
        "error_code = '" + code + "'",
        "error_message = 'at 10.1.2.3'");
  }

  /** Ends a crawl that has found these many changes. */
  UUID ended(int changes, int tables) {
    var crawl = crawl();
    change(crawl, changes, tables);
    end(crawl, "SUCCEEDED");
    return crawl;
  }

  CrawlRows crawls() {
    return crawls;
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  /** Deletes the webhooks of this data source. */
  @Override
  public void close() {
    jdbc.sql("delete from webhook where filter ->> 'data_source' in (:id, :name)")
        .param("id", source.toString())
        .param("name", name)
        .update();
  }
}
