package io.gazetteer.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of databases with 2,000 of them. */
class ManyDatabasesIT {
  private static final int DATABASES = 2_000;
  private static final Duration SOON = Duration.ofMillis(1_500);
  private static final TestApi API = TestApi.shared();
  private static final Browser BROWSER = Browser.as(API, "editor");

  @BeforeAll
  static void register() {
    UUID like = new RegisteredDataSources(API).crawled("many_first");
    API.bean(JdbcClient.class)
        .sql(
            """
            insert into data_source
              (id, kind, hostname, port, db_name, username, secret, schedule)
            select gen_random_uuid(), kind, 'many.example', 5432, 'many_' || lpad(n::text, 4, '0'),
              username, secret, 'off'
            from data_source, generate_series(1, :number) n where id = :like
            """)
        .param("number", DATABASES)
        .param("like", like)
        .update();
  }

  @AfterAll
  static void remove() {
    API.bean(JdbcClient.class)
        .sql("delete from data_source where hostname = 'many.example'")
        .update();
  }

  @Test
  void comesInPartsFromTheServer() {
    var shown = BROWSER.get("/databases?filter=many.example");
    assertThat(shown.document().select("tbody tr")).hasSize(50);
    assertThat(shown.text("[role=status]")).isEqualTo("1 to 50 of 2,000");
    assertThat(shown.body().length()).isLessThan(100_000);
    assertThat(shown.click("a[rel=next]").text("tbody")).contains("many_0051");
    assertThat(
            BROWSER
                .get("/databases?filter=many.example&from=1950")
                .document()
                .select("a[rel=next]"))
        .isEmpty();
    assertThat(BROWSER.get("/databases?filter=many_1234").document().select("tbody tr")).hasSize(1);
  }

  @Test
  void isThereSoon() {
    for (String path :
        new String[] {
          "/databases",
          "/databases?sort=crawl",
          "/databases?filter=many&from=1000",
          "/",
          "/suggestions?q=db:many",
          "/compare?left=many&right=many"
        }) {
      BROWSER.get(path);
      long start = System.nanoTime();
      assertThat(BROWSER.get(path).status()).as(path).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(SOON);
    }
  }
}
