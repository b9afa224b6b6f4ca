package io.gazetteer.api.search;

import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SearchIT {
  private static final TestApi API = TestApi.shared();
  private static UUID shop = new UUID(0, 0);

  @BeforeAll
  static void indexAShop() {
    shop = new RegisteredDataSources(API).crawled("search_shop");
    var orders = new ArrayList<String>(List.of("order_id", "customer_id", "placed_at", "remark"));
    IntStream.range(0, 46).mapToObj(i -> "attribute" + i).forEach(orders::add);
    new TestIndex(API)
        .write(
            shop,
            List.of(
                table("sales", "orders", orders.toArray(String[]::new)),
                table("sales", "order_lines", "order_id", "line_no", "sku", "quantity"),
                commented(
                    "sales",
                    "customers",
                    "Everyone who ever bought something",
                    "id",
                    "email:Where the invoices go",
                    "phone"),
                table("cust", "profile", "customer_email_address", "nickname"),
                table("legacy", "Billing", "orderid", "amount"),
                table("billing", "payments", "payment_id", "order_id", "amount"),
                table("public", "🛒", "total")));
  }

  @Test
  void findsWordsOverNameAndTableTogether() {
    var found = names(search("customer email"));

    assertThat(found).contains("cust.profile.customer_email_address", "sales.customers.email");
    assertThat(found.getFirst()).isEqualTo("cust.profile.customer_email_address");
  }

  @Test
  void ranksTheTableOfThatNameFirstAndDoesNotFloodWithItsColumns() {
    var found = names(search("orders"));

    assertThat(found.getFirst()).isEqualTo("sales.orders");
    assertThat(found).contains("sales.order_lines");
    assertThat(found).noneMatch(name -> name.startsWith("sales.orders.attribute"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"order line", "order_lines", "ORDER_LINES", "orderLines", "sales.order_lines"})
  void findsATableByAnySpelling(String text) {
    assertThat(names(search(text)).getFirst()).isEqualTo("sales.order_lines");
  }

  @Test
  void findsByPrefix() {
    assertThat(names(search("cust em"))).contains("cust.profile.customer_email_address");
    assertThat(names(search("quan"))).containsExactly("sales.order_lines.quantity");
  }

  @Test
  void ranksNamesThatBeginWithTheTextOverOthersThatHoldIt() {
    assertThat(names(search("emai")))
        .containsExactly("sales.customers.email", "cust.profile.customer_email_address");
    assertThat(names(search("order_l")).getFirst()).isEqualTo("sales.order_lines");
  }

  @Test
  void findsByComment() {
    var hit = hits(search("invoices go")).getFirst();

    assertThat(name(hit)).isEqualTo("sales.customers.email");
    assertThat(hit.at("/highlights/comment").toString()).isEqualTo("[[10,18],[19,21]]");
  }

  @Test
  void findsRunTogetherWords() {
    assertThat(names(search("orderid")))
        .contains("legacy.Billing.orderid", "billing.payments.order_id");
  }

  @Test
  void saysWhatMatchedWhere() {
    var hit =
        hits(search("customer email")).stream()
            .filter(found -> name(found).equals("sales.customers.email"))
            .findFirst()
            .orElseThrow();

    assertThat(hit.path("matched").toString())
        .isEqualTo(
            "[{\"word\":\"customer\",\"field\":\"table\",\"how\":\"exact\"},"
                + "{\"word\":\"email\",\"field\":\"name\",\"how\":\"exact\"}]");
    assertThat(hit.at("/highlights/name").toString()).isEqualTo("[[0,5]]");
    assertThat(hit.at("/database/db_name").asString()).isEqualTo("search_shop");
    assertThat(hit.at("/database/id").asString()).isEqualTo(shop.toString());
    assertThat(hit.path("kind").asString()).isEqualTo("column");
    assertThat(hit.path("table_kind").asString()).isEqualTo("table");
    assertThat(hit.path("data_type").asString()).isEqualTo("text");
  }

  @Test
  void findsATableThatHasNoWords() {
    assertThat(names(search("🛒"))).containsExactly("public.🛒");
  }

  @Test
  void countsFacetsAndNarrowsByThem() {
    var all = search("order");
    assertThat(all.json().at("/facets/database/0/label").asString()).isEqualTo("search_shop");
    assertThat(all.json().at("/facets/kind").valueStream().map(v -> v.path("value").asString()))
        .containsExactlyInAnyOrder("table", "column");

    assertThat(names(search("order", "&kind=table")))
        .containsOnly("sales.orders", "sales.order_lines", "legacy.Billing", "billing.payments");
    assertThat(names(search("order", "&schema=billing")))
        .contains("billing.payments.order_id")
        .allMatch(n -> n.startsWith("billing."));
    assertThat(names(search("order", "&type_family=time"))).isEmpty();
    assertThat(names(API.get("/api/search/?q=order&db_name=no_such"))).isEmpty();
  }

  @Test
  void walksToTheLastHitByCursor() {
    var total = search("order").json().at("/total/value").asInt();
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = search("order", "&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      seen.addAll(names(page));
      cursor = page.json().path("next_cursor").asString("");
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(total).doesNotHaveDuplicates();
  }

  @Test
  void hidesADeletedDataSourceAtOnce() {
    var gone = new RegisteredDataSources(API).crawled("search_gone");
    new TestIndex(API).write(gone, List.<Relation>of(table("s", "vanishing_thing", "x")));
    assertThat(names(API.get("/api/search/?q=vanishing"))).isNotEmpty();

    API.call("DELETE", "/api/db-credentials/" + gone, null);

    var after = API.get("/api/search/?q=vanishing");
    assertThat(names(after)).isEmpty();
    assertThat(after.json().at("/total/value").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?q=",
        "",
        "?q=x&limit=0",
        "?q=x&limit=101",
        "?q=x&kind=sequence",
        "?q=x&cursor=nonsense",
        "?q=x&cursor=W10",
        "?q=x&id=7",
        "?q=x&q=y"
      })
  void refusesBadParameters(String query) {
    var answer = API.get("/api/search/" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("validation_failed");
  }

  /** What a long text and the longest cursor come to is read, and not cut off by the server. */
  @Test
  void readsALongAddress() {
    var text = URLEncoder.encode("語".repeat(500), StandardCharsets.UTF_8);
    var answer = API.get("/api/search/?q=" + text + "&cursor=" + "A".repeat(6000));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields()).containsExactly("cursor");
  }

  @Test
  void saysWhereATextIsTooLongOrBlank() {
    assertThat(search("x".repeat(501)).json().at("/errors/0/position").asInt()).isEqualTo(500);
    assertThat(search(" ").json().at("/errors/0/hint").asString()).contains("phrase");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*:*",
        "name:/.*/",
        "(((((",
        "a AND OR NOT",
        "\\",
        "\"",
        "~~~9",
        "[* TO *]",
        "{}",
        "a^9999",
        "ﷺ ﷺ ﷺ",
        "\u0000",
        "../../_search",
        "%00",
        "<script>",
        "_exists_:x",
        "?????",
        "x AND (y OR"
      })
  void handsNoLanguageOfTheIndexThrough(String text) {
    var answer = search(text);

    assertThat(answer.status()).isIn(200, 400);
    assertThat(answer.status() == 200 ? "" : answer.code())
        .isIn("", "query_mistake", "validation_failed");
  }

  private static Answer search(String text) {
    return search(text, "");
  }

  private static Answer search(String text, String more) {
    return API.get(
        "/api/search/?db_name=search_shop&q="
            + URLEncoder.encode(text, StandardCharsets.UTF_8)
            + more);
  }

  private static List<JsonNode> hits(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().path("hits").valueStream().toList();
  }

  private static List<String> names(Answer answer) {
    var names = hits(answer).stream().map(SearchIT::name).toList();
    assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    return names;
  }

  private static String name(JsonNode hit) {
    var table = hit.path("schema").asString() + "." + hit.path("table").asString();
    return hit.path("column").isNull() ? table : table + "." + hit.path("column").asString();
  }
}
