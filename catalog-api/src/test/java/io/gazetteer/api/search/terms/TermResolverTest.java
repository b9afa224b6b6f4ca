package io.gazetteer.api.search.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.query.Query.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TermResolverTest {
  private static final ChosenWords WORDS =
      new ChosenWords(
          List.of(
              "customer",
              "cust",
              "email",
              "order",
              "product",
              "prod",
              "mail",
              "older",
              "custom",
              "reconsile"),
          Map.of("cust", List.of("customer"), "dob", List.of("date of birth")));

  @Test
  void readsWordsOfAGroupAsAWhole() {
    var words =
        (ResolvedQuery.Words)
            ((ResolvedQuery.And) resolve("e schema:sales mail")).queries().getFirst();

    assertThat(words.text()).isEqualTo("e mail");
    assertThat(words.terms()).extracting(QueryTerm::text).containsExactly("email");
  }

  @Test
  void correctsOnlyWordsThatAreNotKnown() {
    assertThat(terms("custmer").getFirst().words(MatchKind.TYPO))
        .containsExactly("customer", "cust");
    assertThat(terms("order").getFirst().words(MatchKind.TYPO)).isEmpty();
    assertThat(terms("custo").getFirst().words(MatchKind.TYPO)).isEmpty();
    assertThat(WORDS.resolve("custmer  email", false).didYouMean()).isEqualTo("customer email");
    assertThat(WORDS.resolve("customer", false).didYouMean()).isNull();
  }

  @Test
  void findsWordsOfTwoLettersInsideOfNamesWhereTheScriptHasSuch() {
    var words = new ChosenWords(List.of("전화번호", "メールアドレス", "telephone"), Map.of());

    assertThat(foundInside(words, "번호")).containsExactly("전화번호");
    assertThat(foundInside(words, "ドレ")).containsExactly("メールアドレス");
    assertThat(foundInside(words, "ep")).isEmpty();
  }

  private static List<String> foundInside(ChosenWords words, String typed) {
    return ((ResolvedQuery.Words) words.resolve(typed, false).query())
        .terms()
        .getFirst()
        .words(MatchKind.SUBSTRING);
  }

  @Test
  void takesAWordOfCommentsForRight() {
    var corrected = WORDS.resolve(ChosenWords.COMMENTED, false);

    assertThat(corrected.didYouMean()).isNull();
    assertThat(((ResolvedQuery.Words) corrected.query()).terms().getFirst().words(MatchKind.TYPO))
        .containsExactly("reconsile");
  }

  @Test
  void correctsKnownWordsWhenForgiving() {
    var corrected = WORDS.resolve("order", true);

    assertThat(((ResolvedQuery.Words) corrected.query()).terms().getFirst().words(MatchKind.TYPO))
        .containsExactly("older");
    assertThat(corrected.didYouMean()).isNull();
  }

  @Test
  void correctsARunTogetherWordAsAWholeWhenAPartOfItIsUnknown() {
    var terms = terms("prodcut_email");

    assertThat(terms).extracting(QueryTerm::text).containsExactly("prodcut", "email");
    assertThat(terms.getFirst().words(MatchKind.TYPO)).containsExactly("product");
  }

  @Test
  void correctsOneOfTwoWordsThatRunTogether() {
    var term = terms("ordercusotm").getFirst();

    assertThat(term.groups(MatchKind.TYPO)).containsExactly(List.of("order", "custom"));
    assertThat(WORDS.resolve("ordercusotm", false).didYouMean()).isEqualTo("order custom");
  }

  @Test
  void writesAbbreviationsInFullAndTheOtherWayRound() {
    assertThat(terms("cust").getFirst().words(MatchKind.ABBREVIATION)).containsExactly("customer");
    assertThat(terms("dob").getFirst().groups(MatchKind.ABBREVIATION))
        .containsExactly(List.of("date", "of", "birth"));
    assertThat(terms("date of birth"))
        .allSatisfy(term -> assertThat(term.words(MatchKind.ABBREVIATION)).containsExactly("dob"));
  }

  @Test
  void findsPartsOfWordsButNotOfShortOnes() {
    assertThat(terms("mail").getFirst().words(MatchKind.SUBSTRING)).containsExactly("email");
    assertThat(terms("ma").getFirst().words(MatchKind.SUBSTRING)).isEmpty();
  }

  @Test
  void beginsWordsWithOneLetterOnlyAtTheEnd() {
    assertThat(terms("a order").getFirst().prefix()).isEmpty();
    assertThat(terms("order a").getLast().prefix()).isEqualTo("a");
  }

  @Test
  void beginsNamesOnlyWithWhatIsNoWord() {
    assertThat(terms("ordx").getFirst().prefixesNames()).isTrue();
    assertThat(terms("ord").getFirst().prefixesNames()).isFalse();
    assertThat(terms("ox").getFirst().prefixesNames()).isFalse();
  }

  @Test
  void sharesDerivationsAmongTerms() {
    var many =
        new ChosenWords(IntStream.range(0, 300).mapToObj(i -> "x" + i + "mail").toList(), Map.of());

    assertThat(substrings(many, "mail")).isEqualTo(100);
    assertThat(substrings(many, "mail ab cd ef")).isEqualTo(25);
    assertThat(substrings(many, "mail OR ab OR cd OR ef")).isEqualTo(25);
    assertThat(substrings(many, "mail -ab -cd -ef")).isEqualTo(100);
  }

  private static int substrings(ChosenWords words, String text) {
    return ResolvedTerms.of(words.resolve(text, false))
        .terms()
        .getFirst()
        .getFirst()
        .words(MatchKind.SUBSTRING)
        .size();
  }

  @Test
  void readsNamesOfQualifiersAsWordsAndNoDatabaseAsNone() {
    assertThat(resolve("table:OrderLines,cust*"))
        .isEqualTo(
            new ResolvedQuery.Qualifier(
                Field.TABLE,
                List.of(
                    new ResolvedQuery.Value("OrderLines", List.of("order", "line")),
                    new ResolvedQuery.Value("cust*", List.of("cust")))));
    assertThat(resolve("db:nowhere"))
        .isEqualTo(new ResolvedQuery.Databases(List.of("nowhere"), List.of()));
  }

  @Test
  void wantsNothingThatMustNotBe() {
    assertThat(WORDS.resolve("order -email \"a b\" cust*", false).wanted())
        .hasSize(3)
        .noneMatch(ResolvedQuery.Not.class::isInstance);
  }

  private static ResolvedQuery resolve(String text) {
    return WORDS.resolve(text, false).query();
  }

  private static List<QueryTerm> terms(String text) {
    return ((ResolvedQuery.Words) resolve(text)).terms();
  }
}
