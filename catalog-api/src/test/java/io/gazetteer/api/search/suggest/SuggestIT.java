package io.gazetteer.api.search.suggest;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.relation.Relation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SuggestIT {
  private static final TestApi API = TestApi.shared();
  private static final String DB = "suggest_shop";

  @BeforeAll
  static void index() {
    var source = new RegisteredDataSources(API).crawled(DB);
    var index = new TestIndex(API);
    index.write(
        source,
        List.of(
            table("sales", "customers", "customer_id", "customer_email", "cust_no", "DateOfBirth"),
            table("sales", "customer", "id"),
            table("sales", "orders", "order_id", "customer_id", "customer", "old_customer"),
            table("sales", "invoices", "customer_id", "fld_quokka", "total"),
            table("plural", "product_categories", "zebra_people", "QUAGGASTATUSES", "$ %")));
    // More names than are answered, so that what a name has elsewhere must be asked for.
    var many = new ArrayList<Relation>();
    for (int i = 0; i < 130; i++) {
      many.add(table("many", "mtab_" + i, "mtab_c_" + i, "mcol_b"));
      many.add(table("again", "mtab_" + i, "mtab_c_" + i));
    }
    many.add(table("many", "mcol_rare", "id"));
    many.add(table("many", "x", "mtab_7"));
    index.write(source, many);
    new TestIndex(API)
        .write(
            new RegisteredDataSources(API).crawled("suggest_other"),
            List.of(table("s", "customer_zone", "a")));
    API.bean(EventPublisher.class)
        .publish(new CrawlFinished(source, UUID.randomUUID(), 1, "SUCCEEDED"));
  }

  @Test
  void suggestsDistinctNamesBestFirst() {
    assertThat(names("custom"))
        .containsExactly("customer", "customers", "customer_id", "customer_email", "old_customer");
    var first = suggest("customer").json().at("/suggestions/0");
    assertThat(texts(first.path("kinds"))).containsExactly("table", "column");
    assertThat(first.path("count").asLong()).isEqualTo(2);
    assertThat(first.path("highlights").toString()).isEqualTo("[[0,8]]");
  }

  @Test
  void findsEveryWordByItsBeginning() {
    assertThat(names("cust em")).containsExactly("customer_email");
    assertThat(names("EM")).containsExactly("customer_email");
    assertThat(names("c")).contains("customer", "customers", "customer_id");
    assertThat(names("customer_")).contains("customer_id", "customer_email");
    assertThat(names("%")).isEmpty();
  }

  @Test
  void keepsANameWhileItIsTypedToItsEnd() {
    for (String name :
        List.of(
            "customers",
            "product_categories",
            "zebra_people",
            "QUAGGASTATUSES",
            "DateOfBirth",
            "cust_no",
            "$ %")) {
      // Fewer letters begin more names than are answered.
      for (int end = Math.min(3, name.length()); end <= name.length(); end++) {
        assertThat(names(name.substring(0, end), "&limit=20"))
            .as(name.substring(0, end))
            .contains(name);
      }
    }
    for (String middle : List.of("categori", "categories", "peop", "people")) {
      assertThat(names(middle)).as(middle).hasSize(1);
    }
  }

  @Test
  void knowsAbbreviationsBothWays() {
    assertThat(names("dob")).containsExactly("DateOfBirth");
    assertThat(names("customer n")).containsExactly("cust_no");
    assertThat(names("field")).containsExactly("fld_quokka");
  }

  @Test
  void countsEveryPlaceOfANameAmongMany() {
    var found = suggest("mtab").json().at("/suggestions/7");
    assertThat(found.path("name").asString()).isEqualTo("mtab_7");
    assertThat(texts(found.path("kinds"))).containsExactly("table", "column");
    assertThat(found.path("count").asLong()).isEqualTo(3);
    assertThat(names("mcol").getFirst()).isEqualTo("mcol_rare");
  }

  @Test
  void saysWhatMayHaveBeenMeant() {
    await()
        .untilAsserted(
            () ->
                assertThat(suggest("fld qoukka").json().path("did_you_mean").asString(""))
                    .isEqualTo("fld quokka"));
    assertThat(suggest("custmer emial").json().path("did_you_mean").asString(""))
        .isEqualTo("customer email");
    assertThat(suggest("qqqqqqqqqq").json().path("did_you_mean").isNull()).isTrue();
    assertThat(suggest("quokka").json().path("did_you_mean").isNull()).isTrue();
  }

  @Test
  void narrowsToADatabaseAndHidesADeletedOne() {
    assertThat(texts(API.get("/api/suggest/?q=customer_z"), "name")).contains("customer_zone");
    assertThat(names("customer_z")).isEmpty();
    assertThat(texts(API.get("/api/suggest?q=cust&db_name=suggest_nowhere"), "name")).isEmpty();
    assertThat(names("customer_em", "&db_name=suggest_nowhere")).containsExactly("customer_email");
    var sources = new RegisteredDataSources(API);
    var gone = sources.crawled("suggest_gone");
    new TestIndex(API).write(gone, List.of(table("s", "wobbegong", "a")));
    assertThat(texts(API.get("/api/suggest?q=wobb"), "name")).containsExactly("wobbegong");
    API.call("DELETE", "/api/db-credentials/" + gone, null);
    assertThat(texts(API.get("/api/suggest?q=wobb"), "name")).isEmpty();
  }

  @Test
  void refusesWrongParameters() {
    assertThat(API.get("/api/suggest").wrongFields()).containsExactly("q");
    assertThat(API.get("/api/suggest?q=%20").wrongFields()).containsExactly("q");
    assertThat(API.get("/api/suggest?q=a&limit=21&id=x&port=0").wrongFields())
        .containsExactlyInAnyOrder("limit", "id", "port");
    assertThat(API.get("/api/suggest?q=" + "a".repeat(201)).wrongFields()).containsExactly("q");
    assertThat(names("mtab", "&limit=3")).hasSize(3);
  }

  private static Answer suggest(String text) {
    return suggest(text, "");
  }

  private static Answer suggest(String text, String more) {
    var q = URLEncoder.encode(text, StandardCharsets.UTF_8);
    var answer = API.get("/api/suggest?q=" + q + "&db_name=" + DB + more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static List<String> names(String text) {
    return names(text, "");
  }

  private static List<String> names(String text, String more) {
    return texts(suggest(text, more), "name");
  }

  private static List<String> texts(Answer answer, String field) {
    return answer
        .json()
        .path("suggestions")
        .valueStream()
        .map(one -> one.path(field).asString())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
