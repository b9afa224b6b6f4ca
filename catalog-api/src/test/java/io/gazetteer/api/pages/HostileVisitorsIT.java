package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RawConnection;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may send to pages, and must not get from them. */
class HostileVisitorsIT {
  private static final TestApi API = TestApi.shared();
  private static final Browser VIEWER = Browser.as(API, "viewer");
  private static UUID source = new UUID(0, 0);

  @BeforeAll
  static void index() {
    source = new RegisteredDataSources(API).crawled("hostile_visitors");
    new TestIndex(API).write(source, List.of(table("hostile", "visits", "id")));
  }

  @Test
  void aNameOfDotsIsNoName() {
    var table = "/table?db=hostile_visitors&schema=hostile&table=visits&to=a";
    assertThat(VIEWER.get(table + ".".repeat(10_000)).status()).isEqualTo(200);
    var joins = API.get("/api/joins?from=a" + ".".repeat(3_900) + "&to=hostile.visits");
    assertThat(joins.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/databases?filter=%00",
        "/past?db=hostile_visitors&schema=%00&table=visits",
        "/changes?table=%00"
      })
  void theCharacterNulIsRefusedInLinks(String path) {
    assertThat(VIEWER.get(path).status()).as(path).isEqualTo(400);
  }

  @Test
  void aPageToGoOnToHasOneLine() {
    var next = "/sign-in?next=search%0D%0ALocation";
    assertThat(VIEWER.get(next).location()).isEqualTo("/");
    var browser = new Browser(API);
    var entered =
        browser
            .get(next)
            .submit(
                "form[action$=sign-in]",
                Map.of("username", API.addUser("viewer"), "password", TestApi.USER_PASSWORD));
    assertThat(entered.status()).isEqualTo(303);
    assertThat(entered.location()).isEqualTo("/");
  }

  @Test
  void theCharacterNulIsRefusedInForms() {
    var browser = new Browser(API);
    var form = browser.get("/sign-in");
    assertThat(form.submit("form", Map.of("username", "a\0", "password", "x")).status())
        .isEqualTo(400);
  }

  @Test
  void portsAreForEditors() {
    for (String path : List.of("/databases?filter=hostile_visitors", "/databases/" + source)) {
      assertThat(Browser.as(API, "editor").get(path).text("main")).as(path).contains(":5432");
      assertThat(VIEWER.get(path).text("main")).as(path).doesNotContain(":5432");
    }
  }

  /** Has an address of its own, which it spoils. */
  @Test
  void manyUnknownSessionsOfAnIssuerAreNone() throws IOException {
    var from = "127.0.0.81";
    for (int i = 0; i < 320; i++) {
      var cookie = "Accept: text/html\r\nCookie: gazetteer_session=gzx_unknown-" + i;
      assertThat(RawConnection.get(API.url(), from, "/account", cookie)).startsWith("HTTP/1.1 303");
    }
    assertThat(RawConnection.refusalOfUnknownTokens(API.url(), from)).startsWith("HTTP/1.1 429");
  }
}
