package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the search box suggests: qualifiers, their values, and names. */
class SuggestionsIT {
  private static final TestApi API = TestApi.shared();
  private static final Browser BROWSER = Browser.as(API, "viewer");

  @BeforeAll
  static void index() {
    var source = new RegisteredDataSources(API).crawled("suggested_db");
    new TestIndex(API)
        .write(
            source,
            List.of(
                table("suggested_schema", "suggested_table", "suggested_column"),
                table("Suggested Other", "suggested_table", "suggested_column")));
  }

  @ParameterizedTest
  @EnumSource
  void suggestsEveryQualifier(Field field) {
    var name = field.word() + ":";
    assertThat(queries("mail " + name.substring(0, 2))).contains("mail " + name);
    assertThat(queries(name.substring(0, name.length() - 1))).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "db:sugg,              db:suggested_db",
    "schema:SUGGESTED_S,   schema:suggested_schema",
    "schema:suggested o,   ''",
    "schema:\"suggested o, schema:\"Suggested Other\"",
    "table:suggested_t,    table:suggested_table",
    "column:suggested_c,   column:suggested_column",
    "type:tim,             type:time",
    "type:varc,            type:varchar",
    "kind:ma,              kind:materialized_view",
    "kind:col,             kind:column",
    "is:,                  is:nullable",
    "has:,                 has:comment",
    "mail -schema:suggested_s, mail -schema:suggested_schema",
    "(schema:suggested_s,  (schema:suggested_schema",
    "'schema:x,suggested_s', 'schema:x,suggested_schema'",
  })
  void suggestsValues(String typed, String suggested) {
    if (suggested.isEmpty()) {
      assertThat(queries(typed)).noneMatch(query -> query.contains("Suggested Other"));
    } else {
      assertThat(queries(typed)).contains(suggested + " ");
    }
  }

  @Test
  void everySuggestedValueIsOneThatTheSearchTakes() {
    for (Field field : Field.values()) {
      for (String query : queries(field.word() + ":")) {
        var answer = API.get("/api/search?q=" + encoded("mail " + query));
        assertThat(answer.status()).as(query).isEqualTo(200);
      }
    }
  }

  private static List<String> queries(String typed) {
    var shown = BROWSER.get("/suggestions?q=" + encoded(typed));
    assertThat(shown.status()).isEqualTo(200);
    return shown.document().select("[role=option]").eachAttr("data-query");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
