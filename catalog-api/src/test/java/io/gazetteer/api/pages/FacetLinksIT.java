package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a facet promises is what its values lead to, one of them or several. */
class FacetLinksIT {
  private static final TestApi API = TestApi.shared();
  private static final Browser BROWSER = Browser.as(API, "viewer");
  private static final String SEARCH = "/search?q=gemstone";

  @BeforeAll
  static void index() {
    var sources = new RegisteredDataSources(API);
    var index = new TestIndex(API);
    int number = 0;
    for (String database : List.of("facets_a", "facets_b")) {
      var tables = new ArrayList<Relation>();
      for (String schema : List.of("gem_x", "gem_y", "gem_z")) {
        for (int i = 0; i <= schema.charAt(4) - 'x'; i++) {
          number++;
          tables.add(table(schema, "gemstone_" + number, "gemstone_weight_" + number));
        }
      }
      index.write(sources.crawled(database), tables);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Database", "Schema", "Kind"})
  void everyValueLeadsToAsManyHitsAsItSays(String title) {
    var values = values(BROWSER.get(SEARCH), title);
    assertThat(values).hasSizeGreaterThan(1);
    for (Element value : values) {
      var narrowed = follow(value);
      assertThat(total(narrowed)).as(value.text()).isEqualTo(count(value)).isPositive();
      assertThat(narrowed.document().select(".chip")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Database", "Schema"})
  void severalValuesOfAFacetAddUp(String title) {
    var all = BROWSER.get(SEARCH);
    var one = follow(values(all, title).getFirst());
    var offered = values(one, title);
    assertThat(offered).hasSameSizeAs(values(all, title));
    var other =
        offered.stream().filter(value -> !value.hasAttr("aria-current")).findFirst().orElseThrow();
    var two = follow(other);

    assertThat(total(two)).isEqualTo(total(one) + count(other));
    assertThat(two.document().select(".chip")).hasSize(2);
    assertThat(values(two, title).stream().filter(value -> value.hasAttr("aria-current")))
        .hasSize(2);
    // Chosen again, it is taken off.
    var again =
        values(two, title).stream()
            .filter(value -> label(value).equals(label(other)))
            .findFirst()
            .orElseThrow();
    assertThat(total(follow(again))).isEqualTo(total(one));
  }

  @Test
  void facetsNarrowEachOther() {
    var schema = values(BROWSER.get(SEARCH), "Schema").getFirst();
    var narrowed = follow(schema);
    long databases = 0;
    for (Element value : values(narrowed, "Database")) {
      assertThat(total(follow(value))).as(value.text()).isEqualTo(count(value));
      databases += count(value);
    }
    assertThat(databases).isEqualTo(total(narrowed));
  }

  private static String label(Element value) {
    return value.child(0).text();
  }

  private static long count(Element value) {
    return number(value.select(".number").text());
  }

  private static long total(Browser.Shown shown) {
    return number(shown.text(".tally strong"));
  }

  private static long number(String text) {
    return Long.parseLong(text.replaceAll("[^0-9]", ""));
  }

  private static Browser.Shown follow(Element value) {
    return BROWSER.get("/" + value.attr("href").substring("./".length()));
  }

  private static List<Element> values(Browser.Shown shown, String title) {
    return shown.document().select(".facets > details").stream()
        .filter(facet -> facet.select("h2").text().equals(title))
        .flatMap(facet -> facet.select("li a").stream())
        .toList();
  }
}
