package io.gazetteer.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RankedQueryTest {
  @Test
  void asksForEveryWordInSomeField() {
    var query = new RankedQuery("customer email", List.of("customer", "email"), false).build();

    var must = query.at("/bool/must");
    assertThat(must.valueStream().filter(clause -> clause.has("dis_max"))).hasSize(2);
    assertThat(must.at("/0/dis_max/queries/0/constant_score/filter/term/name_words").asString())
        .isEqualTo("customer");
  }

  @Test
  void prefersTheExactNameInTheSpellingOfTheCaller() {
    var query = new RankedQuery("Order Lines", List.of("order", "line"), false).build();

    assertThat(query.at("/bool/should").toString())
        .contains("{\"name\":\"Order Lines\"}")
        .contains("{\"name_folded\":\"order_lines\"}", "{\"name_folded\":\"orderlines\"}");
  }

  @Test
  void looksForTheNameAloneWhenThereAreNoWords() {
    var query = new RankedQuery("🛒", List.of(), false).build();

    assertThat(query.at("/bool/must").isMissingNode()).isTrue();
    assertThat(query.at("/bool/minimum_should_match").asInt()).isEqualTo(1);
  }

  @Test
  void forgivesTyposOnlyWhenAskedAndNotInShortWords() {
    var words = List.of("custmer", "id");

    assertThat(new RankedQuery("custmer id", words, false).build().toString())
        .doesNotContain("fuzzy");
    assertThat(new RankedQuery("custmer id", words, true).build().toString())
        .contains("{\"fuzzy\":{\"name_words\":{\"value\":\"custmer\"")
        .doesNotContain("{\"value\":\"id\"");
  }

  @Test
  void usesNoQueryThatHasALanguageOfItsOwn() {
    var text = "name:/.*/ OR a* \"b\" ~2 (c)";
    var query = new RankedQuery(text, Words.ofQuery(text), true).build();

    assertThat(query.findValues("query_string")).isEmpty();
    assertThat(query.findValues("simple_query_string")).isEmpty();
    assertThat(query.findValues("regexp")).isEmpty();
    assertThat(query.findValues("wildcard")).isEmpty();
    assertThat(query.findValues("script")).isEmpty();
  }

  @Test
  void capsTheWords() {
    var text =
        String.join(
            " ",
            IntStream.range(0, 100)
                .mapToObj(i -> "w" + (char) ('a' + i % 26) + (char) ('a' + i / 26))
                .toList());

    assertThat(Words.ofQuery(text)).hasSizeLessThanOrEqualTo(16);
    JsonNode must = new RankedQuery(text, Words.ofQuery(text), true).build().at("/bool/must");
    assertThat(must.size()).isLessThanOrEqualTo(17);
  }
}
