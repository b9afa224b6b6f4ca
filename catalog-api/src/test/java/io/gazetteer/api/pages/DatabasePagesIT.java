package io.gazetteer.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.servers.testing.TestServers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabasePagesIT {
  private static final TestApi API = TestApi.shared();
  private static final Browser EDITOR = Browser.as(API, "editor");
  private static final Browser VIEWER = Browser.as(API, "viewer");

  @Test
  void listsDatabasesSearchedOnTheServer() {
    new RegisteredDataSources(API).crawled("listed_one");
    new RegisteredDataSources(API).crawled("listed_two");
    var shown = VIEWER.get("/databases?filter=LISTED_");
    assertThat(shown.document().select(".rows tbody .name").eachText())
        .containsExactly("listed_one", "listed_two");
    assertThat(shown.text("h1")).contains("2");
    assertThat(shown.document().select("a[href$=databases/new]")).isEmpty();
    assertThat(shown.text("tbody")).contains("source.example").doesNotContain("5432");
    assertThat(shown.click("tbody a").text(".facts"))
        .contains("Host source.example")
        .doesNotContain("5432", "reader");
    assertThat(EDITOR.get("/databases?filter=listed_").text("tbody")).contains(":5432");
    assertThat(VIEWER.get("/databases?filter=no_such").text(".nothing")).contains("no_such");
  }

  @Test
  void keepsWhatWasTypedAndNamesWhatIsWrong() {
    var fields = Map.of("hostname", "not a host", "db_name", "shop", "port", "x", "do", "add");
    var refused = EDITOR.get("/databases/new").submit("main form[action$=databases/new]", fields);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select("#db_name").val()).isEqualTo("shop");
    assertThat(refused.document().select("[aria-invalid=true]").eachAttr("name"))
        .contains("hostname", "port", "username", "password");
  }

  @Test
  void testsFirstAndShowsHowFarItCame() {
    var admin = Browser.of(API, "admin", TestApi.ADMIN_PASSWORD);
    var fields =
        Map.of(
            "url",
            "jdbc:postgresql://127.0.0.1:1/added_by_a_page?user=reader",
            "password",
            "certainly-not-shown-again",
            "do",
            "add");
    var form = "main form[action$=databases/new]";
    var refused = admin.get("/databases/new").submit(form, fields);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select(".steps li.bad").text()).contains("server reached");
    assertThat(refused.document().select("#db_name").val()).isEqualTo("added_by_a_page");
    assertThat(refused.document().select("#port").val()).isEqualTo("1");
    assertThat(refused.body()).doesNotContain("certainly-not-shown-again");

    var added =
        refused.submit(form, Map.of("password", "certainly-not-shown-again", "do", "force"));
    assertThat(added.status()).isEqualTo(303);
    var shown = added.followed();
    assertThat(shown.text("h1")).startsWith("added_by_a_page");
    assertThat(shown.document().select("[data-live]").attr("data-live")).endsWith("/live");
  }

  @Test
  void addsTheChosenDatabasesOfAServer() {
    var server = TestServers.catalog();
    var names = Stream.of("one", "two", "three").map(word -> "server_page_" + word + "_x").toList();
    names.forEach(server::createDatabase);
    var admin = Browser.of(API, "admin", TestApi.ADMIN_PASSWORD);
    var form = "main form[action$=databases/server]";
    var login =
        Map.of(
            "db_type", "PostgreSQL",
            "hostname", server.host(),
            "port", Integer.toString(server.port()),
            "username", server.username(),
            "password", server.password());
    var empty = admin.get("/databases/new").click("a[href$=databases/server]");
    var refused = empty.submit(form, Map.of("hostname", "not a host", "do", "list"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select("[aria-invalid=true]").eachAttr("name"))
        .contains("hostname", "username", "password");

    var listed = empty.submit(form, with(login, "do", "list"));
    assertThat(listed.status()).isEqualTo(200);
    assertThat(listed.document().select(".databases label").eachText()).containsAll(names);
    assertThat(listed.body()).doesNotContain(server.password());
    assertThat(listed.document().select("#hostname").val()).isEqualTo(server.host());

    var fields = with(login, "do", "add");
    assertThat(admin.post("/databases/server", with(fields, "csrf", csrf(listed))).text(".notice"))
        .contains("Choose at least one");
    var added =
        admin.post(
            "/databases/server",
            Stream.concat(
                    with(fields, "csrf", csrf(listed)).entrySet().stream(),
                    Stream.of(
                        Map.entry("chosen", names.getFirst()),
                        Map.entry("chosen", "no_such_database"),
                        Map.entry("listed", names.getFirst()),
                        Map.entry("listed", names.getLast()),
                        Map.entry("listed", "no_such_database")))
                .toList());
    assertThat(added.status()).isEqualTo(422);
    assertThat(added.text(".notice.good")).contains(names.getFirst());
    assertThat(added.document().select(".databases label").eachText())
        .containsExactly(names.getLast(), "no_such_database");
    assertThat(added.text(".databases .wrong")).contains("no database of this name");
    assertThat(added.click(".notice.good a").text("h1")).startsWith(names.getFirst());

    var again = empty.submit(form, with(login, "do", "list"));
    assertThat(again.document().select(".databases li:has(a) .code").eachText())
        .contains(names.getFirst());
  }

  private static String csrf(Browser.Shown shown) {
    return shown.document().select("main [name=csrf]").val();
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    var all = new LinkedHashMap<>(fields);
    all.put(name, value);
    return all;
  }

  @Test
  void followsACrawlAndCancelsIt() {
    var id = new RegisteredDataSources(API).register("followed_on_a_page");
    var crawl = new CrawlRows(API).newest(id);
    new CrawlRows(API)
        .set(
            crawl,
            "state = 'RUNNING'",
            "batches_total = 4",
            "batches_remaining = 3",
            "columns_total = 400",
            "columns_seen = 100",
            "tables_seen = 40",
            "tables_indexed = 10",
            "started_at = now() - interval '10 seconds'");
    var part = VIEWER.get("/databases/%s/crawls/%s/live".formatted(id, crawl));
    assertThat(part.document().select("progress").attr("value")).isEqualTo("25");
    assertThat(part.text(".figures")).contains("10 of 40", "100 of 400");
    assertThat(part.document().select("form")).isEmpty();

    var page = EDITOR.get("/databases/" + id);
    assertThat(page.submit(".live form[action$=cancel]", Map.of()).status()).isEqualTo(303);
    var ended = EDITOR.get("/databases/" + id);
    assertThat(ended.text(".live .state")).isEqualTo("cancelled");
    assertThat(ended.document().select("[data-live]").attr("data-live")).isEmpty();
  }

  @Test
  void aHeldCrawlIsConfirmedByEditorsOnly() {
    var id = new RegisteredDataSources(API).register("held_on_a_page");
    var rows = new CrawlRows(API);
    rows.set(
        rows.newest(id),
        "state = 'HELD'",
        "finished_at = now()",
        "error_code = 'too_many_removed'",
        "error_message = 'It would remove 40 of 100 tables'");
    assertThat(VIEWER.get("/databases/" + id).document().select(".live form")).isEmpty();
    var page = EDITOR.get("/databases/" + id);
    assertThat(page.text(".live")).contains("It would remove 40 of 100 tables");
    assertThat(page.submit(".live form[action$=confirm]", Map.of()).status()).isEqualTo(303);
    assertThat(EDITOR.get("/databases/" + id).text(".live .state")).isEqualTo("finishing");
  }

  @Test
  void changesAndDeletes() {
    var id = new RegisteredDataSources(API).register("changed_on_a_page");
    var form = EDITOR.get("/databases/%s/edit".formatted(id));
    assertThat(form.document().select("#password").val()).isEmpty();
    var elsewhere = form.submit("main form[action$=edit]", Map.of("hostname", "other.example"));
    assertThat(elsewhere.status()).isEqualTo(422);
    assertThat(elsewhere.document().select("#password").attr("aria-invalid")).isEqualTo("true");
    assertThat(form.submit("main form[action$=edit]", Map.of("schedule", "off")).status())
        .isEqualTo(303);
    assertThat(EDITOR.get("/databases/" + id).text(".facts")).contains("Schedule off");

    var filters =
        Map.of(
            "filters.include_schemas",
            "sales\r\nhr_*",
            "filters.exclude_tables",
            "*_tmp, x.*",
            "time_zone",
            "Europe/Berlin",
            "max_connections",
            "3");
    var edit = EDITOR.get("/databases/%s/edit".formatted(id));
    assertThat(edit.submit("main form[action$=edit]", filters).status()).isEqualTo(303);
    assertThat(EDITOR.get("/databases/" + id).text(".facts"))
        .contains(
            "Only schemas sales, hr_*",
            "Without tables *_tmp, x.*",
            "Schedule off (Europe/Berlin)",
            "Connections at most 3");
    var filtered = EDITOR.get("/databases/%s/edit".formatted(id));
    assertThat(filtered.document().select("textarea[name=filters.include_schemas]").text())
        .isEqualTo("sales\nhr_*");
    var wrong =
        filtered.submit(
            "main form[action$=edit]",
            Map.of("filters.exclude_schemas", "x".repeat(201), "max_connections", "99"));
    assertThat(wrong.document().select("[aria-invalid=true]").eachAttr("name"))
        .containsExactlyInAnyOrder("filters.exclude_schemas", "max_connections");
    var cleared =
        Map.of("filters.include_schemas", "", "filters.exclude_tables", "", "max_connections", "");
    assertThat(filtered.submit("main form[action$=edit]", cleared).status()).isEqualTo(303);
    assertThat(EDITOR.get("/databases/" + id).text(".facts"))
        .doesNotContain("Only", "Without", "Connections");

    var question = EDITOR.get("/databases/" + id).click("a[href$=delete]");
    assertThat(question.submit("main form", Map.of()).status()).isEqualTo(303);
    assertThat(EDITOR.get("/databases/" + id).status()).isEqualTo(404);
  }

  @Test
  void givesTheAccountOfACrawl() {
    var id = new RegisteredDataSources(API).register("account_on_a_page");
    var rows = new CrawlRows(API);
    var crawl = rows.newest(id);
    rows.failure(crawl, "sales", "orders");
    rows.schema(crawl, "sales", 5, 3, 1, 0, 1, 0);
    var shown = VIEWER.get("/databases/%s/crawls/%s".formatted(id, crawl));
    assertThat(shown.text("table")).contains("sales.orders").contains("5 3 1 0 1 0");
    assertThat(VIEWER.get("/databases/%s/crawls/%s".formatted(id, UUID.randomUUID())).status())
        .isEqualTo(404);
  }
}
