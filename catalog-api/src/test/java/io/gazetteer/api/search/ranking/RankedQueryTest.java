package io.gazetteer.api.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.terms.ChosenWords;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RankedQueryTest {
  private static final ChosenWords WORDS = new ChosenWords(List.of("customer", "email"), Map.of());

  @Test
  void asksForEveryWordInSomeField() {
    var must = build("customer email", true).at("/bool/must");

    assertThat(must.valueStream().filter(clause -> clause.has("dis_max"))).hasSize(2);
    assertThat(must.at("/0/dis_max/queries/0/constant_score/filter/term/name_words").asString())
        .isEqualTo("customer");
  }

  @Test
  void asksForMostWordsWhenAllAreTooMany() {
    var least = "/bool/must/0/bool/minimum_should_match";

    assertThat(build("one two", false).at(least).asInt()).isEqualTo(1);
    assertThat(build("one two three", false).at(least).asInt()).isEqualTo(2);
    assertThat(build("one two three four five", false).at(least).asInt()).isEqualTo(3);
    assertThat(build("one", false).at("/bool/must/0").has("dis_max")).isTrue();
  }

  @Test
  void prefersTheExactNameInTheSpellingOfTheCaller() {
    assertThat(build("Order Lines", true).at("/bool/should").toString())
        .contains("{\"name\":\"Order Lines\"}")
        .contains("\"name_folded\":[\"order_lines\",\"orderlines\",\"order-lines\"]");
  }

  @Test
  void looksForTheNameAloneWhenThereAreNoWords() {
    var must = build("🛒", true).at("/bool/must");

    assertThat(must).hasSize(1);
    assertThat(must.toString()).contains("{\"name\":\"🛒\"}").doesNotContain("name_words");
  }

  @Test
  void usesNoQueryThatHasALanguageOfItsOwn() {
    var queries = new TreeSet<String>();
    collect(
        build("name:/.*/ OR (ab* \"b c\" ~2 -c) (d OR e.f) type:x is:pk table:s.t", true), queries);

    assertThat(queries)
        .doesNotContain("query_string", "simple_query_string", "regexp", "fuzzy", "script");
  }

  @Test
  void staysSmallWhateverIsAsked() {
    var text =
        IntStream.rangeClosed('a', 'z')
            .mapToObj(letter -> Character.toString(letter).repeat(3))
            .collect(Collectors.joining(" "));

    assertThat(build(text, true).toString().length()).isLessThan(60_000);
  }

  @Test
  void keepsTheTiersApart() {
    double small =
        Points.SHORT_NAME
            + Points.IN_ORDER
            + Points.RELATION
            + Points.ALSO_IN_COMMENT
            + 4 * Points.REFERENCED_TIER;
    var tiers =
        List.of(
            Points.EXACT_NAME,
            Points.NAME_IN_ANY_CASE,
            Points.QUALIFIED_NAME,
            Points.JOINED_NAME,
            Points.SAME_WORDS_IN_ORDER,
            Points.SAME_WORDS,
            Points.SAME_WORDS_ABBREVIATED,
            Points.BEGINS_WITH_TEXT,
            Points.ALL_OF_NAME,
            Points.ALL_IN_NAME,
            Points.ALL_BEGIN_IN_NAME);
    for (int i = 1; i < tiers.size(); i++) {
      assertThat(tiers.get(i - 1) - tiers.get(i)).isGreaterThan(small);
    }
    // A word as typed over everything a hit without it can have.
    double likely = Points.CORRECTED + Points.NAME_LIKELIEST;
    assertThat(Points.TYPED)
        .isGreaterThan(6 * likely + Points.ALL_OF_NAME + Points.WANTED_NAME + small);
    assertThat(Points.CORRECTED)
        .isGreaterThan(16 * (Points.INSIDE + Points.NAME_INSIDE) + small)
        .isGreaterThan(Points.ALL_OF_NAME + small);
  }

  private static void collect(JsonNode node, Set<String> names) {
    node.properties()
        .forEach(
            property -> {
              names.add(property.getKey());
              collect(property.getValue(), names);
            });
    if (node.isArray()) {
      node.forEach(element -> collect(element, names));
    }
  }

  private static ObjectNode build(String text, boolean allWords) {
    // What is no qualifier is refused; here it is only a word.
    var resolved = WORDS.resolve(text.replace("name:", "name::"), false).query();
    var least = allWords ? WantedWords.Least.ALL : WantedWords.Least.MOST;
    return new RankedQuery(new WantedWords(least, Set.of()), false, NamedClauses.of(false))
        .build(resolved);
  }
}
