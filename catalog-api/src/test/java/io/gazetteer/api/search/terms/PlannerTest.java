package io.gazetteer.api.search.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.query.Query.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final ChosenWords WORDS =
      new ChosenWords(
          List.of("customer", "cust", "email", "order", "product", "prod", "mail"),
          Map.of(
              "custmer", List.of("customer"),
              "prodcut", List.of("product"),
              "order", List.of("older"),
              "reconcile", List.of("reconciled"),
              "cusotm", List.of("custom")),
          Map.of(
              List.of("cust"), List.of("customer"),
              List.of("customer"), List.of("cust"),
              List.of("date", "of", "birth"), List.of("dob"),
              List.of("dob"), List.of("birth", "date")));

  @Test
  void readsWordsOfAGroupAsAWhole() {
    var words = (Plan.Words) ((Plan.All) plan("e schema:sales mail")).plans().getFirst();

    assertThat(words.text()).isEqualTo("e mail");
    assertThat(words.terms()).extracting(Term::text).containsExactly("email");
  }

  @Test
  void correctsOnlyWordsThatAreNotKnown() {
    assertThat(terms("custmer").getFirst().words(How.TYPO)).containsExactly("customer", "cust");
    assertThat(terms("order").getFirst().words(How.TYPO)).isEmpty();
    assertThat(terms("custo").getFirst().words(How.TYPO)).isEmpty();
    assertThat(WORDS.plan("custmer  email", false).meant()).isEqualTo("customer email");
    assertThat(WORDS.plan("customer", false).meant()).isNull();
  }

  @Test
  void takesAWordOfCommentsForRight() {
    var planned = WORDS.plan(ChosenWords.COMMENTED, false);

    assertThat(planned.meant()).isNull();
    assertThat(((Plan.Words) planned.plan()).terms().getFirst().words(How.TYPO))
        .containsExactly("reconciled");
  }

  @Test
  void correctsKnownWordsWhenForgiving() {
    var planned = WORDS.plan("order", true);

    assertThat(((Plan.Words) planned.plan()).terms().getFirst().words(How.TYPO))
        .containsExactly("older");
    assertThat(planned.meant()).isNull();
  }

  @Test
  void correctsARunTogetherWordAsAWholeWhenAPartOfItIsUnknown() {
    var terms = terms("prodcut_email");

    assertThat(terms).extracting(Term::text).containsExactly("prodcut", "email");
    assertThat(terms.getFirst().words(How.TYPO)).containsExactly("product");
  }

  @Test
  void correctsOneOfTwoWordsThatRunTogether() {
    var term = terms("ordercusotm").getFirst();

    assertThat(term.groups(How.TYPO)).containsExactly(List.of("order", "custom"));
    assertThat(WORDS.plan("ordercusotm", false).meant()).isEqualTo("order custom");
  }

  @Test
  void writesAbbreviationsInFullAndTheOtherWayRound() {
    assertThat(terms("cust").getFirst().words(How.ABBREVIATION)).containsExactly("customer");
    assertThat(terms("dob").getFirst().groups(How.ABBREVIATION))
        .containsExactly(List.of("birth", "date"));
    assertThat(terms("date of birth"))
        .allSatisfy(term -> assertThat(term.words(How.ABBREVIATION)).containsExactly("dob"));
  }

  @Test
  void findsPartsOfWordsButNotOfShortOnes() {
    assertThat(terms("mail").getFirst().words(How.SUBSTRING)).containsExactly("email");
    assertThat(terms("ma").getFirst().words(How.SUBSTRING)).isEmpty();
  }

  @Test
  void beginsWordsWithOneLetterOnlyAtTheEnd() {
    assertThat(terms("a order").getFirst().beginning()).isEmpty();
    assertThat(terms("order a").getLast().beginning()).isEqualTo("a");
  }

  @Test
  void beginsNamesOnlyWithWhatIsNoWord() {
    assertThat(terms("ordx").getFirst().beginsNames()).isTrue();
    assertThat(terms("ord").getFirst().beginsNames()).isFalse();
    assertThat(terms("ox").getFirst().beginsNames()).isFalse();
  }

  @Test
  void sharesSpellingsAmongWords() {
    var many =
        new ChosenWords(
            IntStream.range(0, 300).mapToObj(i -> "x" + i + "mail").toList(), Map.of(), Map.of());

    assertThat(substrings(many, "mail")).isEqualTo(100);
    assertThat(substrings(many, "mail ab cd ef")).isEqualTo(25);
    assertThat(substrings(many, "mail OR ab OR cd OR ef")).isEqualTo(25);
    assertThat(substrings(many, "mail -ab -cd -ef")).isEqualTo(100);
  }

  private static int substrings(ChosenWords words, String text) {
    return Remembered.of(words.plan(text, false))
        .words()
        .getFirst()
        .getFirst()
        .words(How.SUBSTRING)
        .size();
  }

  @Test
  void readsNamesOfQualifiersAsWordsAndNoDatabaseAsNone() {
    assertThat(plan("table:OrderLines,cust*"))
        .isEqualTo(
            new Plan.Property(
                Field.TABLE,
                List.of(
                    new Plan.Value("OrderLines", List.of("order", "line")),
                    new Plan.Value("cust*", List.of("cust")))));
    assertThat(plan("db:nowhere")).isEqualTo(new Plan.InDatabases(List.of("nowhere"), List.of()));
  }

  @Test
  void wantsNothingThatMustNotBe() {
    assertThat(WORDS.plan("order -email \"a b\" cust*", false).wanted())
        .hasSize(3)
        .noneMatch(Plan.Not.class::isInstance);
  }

  private static Plan plan(String text) {
    return WORDS.plan(text, false).plan();
  }

  private static List<Term> terms(String text) {
    return ((Plan.Words) plan(text)).terms();
  }
}
