package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Questions and facets on the search page. */
class QuestionPageIT {
  private static final String QUESTION =
      "/search?q=Where+are+the+telegram+numbers+of+florists%3F&db_name=page_shopkeepers";
  private static final TestApi API = TestApi.shared();
  private static final Browser BROWSER = Browser.as(API, "viewer");

  @BeforeAll
  static void indexFlorists() {
    var relations = new ArrayList<Relation>();
    relations.add(
        commented(
            "bouquets",
            "florists",
            "People who sell <b>flowers</b>",
            "florist_id",
            "telegram_number:Where orders go",
            "opened_at"));
    relations.add(
        referring("florists", table("bouquets", "deliveries", "sold_by", "delivered_at")));
    relations.add(table("bouquets", "vases", "vase_id"));
    IntStream.range(0, 12)
        .forEach(i -> relations.add(table("bouquets_" + i, "petal_colours", "petal_colour_id")));
    new TestIndex(API).write(new RegisteredDataSources(API).crawled("page_shopkeepers"), relations);
  }

  @Test
  void aQuestionShowsTablesWithTheColumnsThatItSpeaksOf() {
    var shown = BROWSER.get(QUESTION);
    assertThat(shown.document().select(".hit .kind").eachText()).containsOnly("table");
    var first = shown.document().select(".hit").getFirst();
    assertThat(first.select("h2 a").text()).isEqualTo("florists");
    assertThat(first.select(".spoken li").getFirst().text())
        .contains("telegram_number", "Where orders go", "“telegram”");
    assertThat(first.select(".spoken a").getFirst().attr("href"))
        .contains("column=telegram_number");
  }

  @Test
  void saysHowTheTextWasReadAndReadsItOtherwiseOnDemand() {
    var shown = BROWSER.get(QUESTION);
    assertThat(shown.text(".said-of-it"))
        .contains("Read as a question", "Not looked for: “Where”, “are”, “the”");
    var names = shown.click(".said-of-it a");
    assertThat(names.text(".chips")).contains("Read as names");
    assertThat(names.text(".said-of-it")).contains("Read as names.");
    assertThat(names.click(".said-of-it a").text(".said-of-it")).contains("Read as a question");
  }

  @Test
  void showsHowTheTablesOfAQuestionAreJoined() {
    var shown = BROWSER.get(QUESTION);
    assertThat(shown.text(".hits")).contains("joined with bouquets.florists");
    assertThat(shown.text(".joins code"))
        .isEqualTo(
            API.get(
                    "/api/joins?from=bouquets.florists&to=bouquets.deliveries"
                        + "&db_name=page_shopkeepers")
                .json()
                .at("/paths/0/join")
                .asString());
    assertThat(shown.click(".joins a").text("h1")).contains("florists");
  }

  @Test
  void saysWhichNamesThereAreWhenNoneIsCalledSo() {
    assertThat(BROWSER.get("/search?q=florists+schema:bouquet_9x").text(".said-of-it"))
        .contains("No schema is called bouquet_9x");
  }

  @Test
  void aFacetTakesSeveralValuesAndShowsTheOthersOnDemand() {
    var shown = BROWSER.get("/search?q=petal+colours&db_name=page_shopkeepers&kind=table");
    var schemas = facet(shown, "Schema");
    assertThat(schemas.select("> ul li")).hasSize(8);
    assertThat(schemas.select(".others summary").text()).isEqualTo("4 others");
    assertThat(schemas.select(".others li")).hasSize(4);

    var one = follow(schemas.select("a").getFirst().attr("href"));
    var offered = facet(one, "Schema").select("a");
    assertThat(offered).hasSize(12);
    assertThat(offered.eachAttr("aria-current").stream().filter("true"::equals)).hasSize(1);
    var two = follow(offered.get(1).attr("href"));
    assertThat(two.document().select(".hit h2").eachText())
        .as(offered.get(1).attr("href"))
        .containsExactly("petal_colours table");
    assertThat(two.text(".hit")).contains("and 1 more like it");
    assertThat(two.document().select(".chip")).hasSize(4);
    assertThat(two.click(".chip:contains(Database)").text(".hit")).contains("and 1 more like it");
  }

  @Test
  void databasesOfOneNameAreChosenByThemselves() {
    var registered = new RegisteredDataSources(API);
    var ids =
        List.of(
            registered.register("page_twins", "one.example"),
            registered.register("page_twins", "two.example"));
    ids.forEach(id -> new TestIndex(API).write(id, List.of(table("t", "tulip_bulbs", "bulb_id"))));
    var shown = BROWSER.get("/search?q=tulip+bulbs&kind=table");
    var links = facet(shown, "Database").select("a").eachAttr("href");
    assertThat(links)
        .anyMatch(link -> link.contains("id=" + ids.getFirst()))
        .anyMatch(link -> link.contains("id=" + ids.getLast()));
    var chosen = follow(links.getFirst());
    assertThat(chosen.document().select(".hit")).hasSize(1);
    assertThat(facet(chosen, "Database").select("a")).hasSize(2);
    assertThat(chosen.text(".chip")).contains("page_twins on ");
  }

  private static Browser.Shown follow(String link) {
    return BROWSER.get("/" + link.substring("./".length()));
  }

  private static Element facet(Browser.Shown shown, String title) {
    return shown.document().select(".facets > details").stream()
        .filter(facet -> facet.select("h2").text().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError(shown.body()));
  }
}
