package io.gazetteer.api.search.hits;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.hits.Hit.Match;
import io.gazetteer.api.search.ranking.ClauseName.MatchingWord;
import io.gazetteer.api.search.terms.ChosenWords;
import io.gazetteer.api.search.terms.MatchKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighlighterTest {
  private static final ChosenWords WORDS =
      new ChosenWords(
          List.of("customer", "email", "order"),
          Map.of("cust", List.of("customer"), "dob", List.of("date birth")));

  @Test
  void marksTheOriginalText() {
    assertThat(marks("customer email", column("CustomerEMailAddr", "")).highlights().name())
        .containsExactly(new Span(0, 8), new Span(8, 13));
  }

  @Test
  void marksAWholeWordByItsBeginningButOnlyInNames() {
    var highlights = marks("ord", column("order_date", "ordinary orders")).highlights();

    assertThat(highlights.name()).containsExactly(new Span(0, 5));
    assertThat(highlights.comment()).isEmpty();
  }

  @Test
  void marksAbbreviationsTyposPartsAndPhrases() {
    assertThat(marks("cust", column("CustomerNo", "")).highlights().name())
        .containsExactly(new Span(0, 8));
    assertThat(marks("dob", column("birth_date", "")).highlights().name())
        .containsExactly(new Span(0, 5), new Span(6, 10));
    assertThat(marks("custmer", column("a_customer", "the customers")).highlights().comment())
        .containsExactly(new Span(4, 13));
    assertThat(marks("mail", column("EMail", "")).highlights().name())
        .containsExactly(new Span(1, 5));
    assertThat(marks("\"date of\"", column("x", "date, of date of")).highlights().comment())
        .containsExactly(new Span(0, 8), new Span(9, 16));
    assertThat(marks("cust*", column("CustNo", "")).highlights().name())
        .containsExactly(new Span(0, 6));
  }

  @Test
  void saysInWhichFieldsEachWordIsAndHow() {
    var texts = new HitTexts("email", "customers", "", "sales", "shop", "An email");

    assertThat(marks("cust email sale sho", texts).matched())
        .containsExactly(
            new Match("cust", "table", "abbreviation"),
            new Match("email", "name", "exact"),
            new Match("email", "comment", "exact"),
            new Match("sale", "schema", "exact"));
    assertThat(marks("mail shop", texts).matched())
        .containsExactly(
            new Match("mail", "name", "substring"), new Match("shop", "database", "exact"));
  }

  @Test
  void takesTheIndexesWordForColumnsOfTables() {
    var texts = new HitTexts("customers", "", "", "sales", "shop", "");

    assertThat(
            marks(
                    "customer phone fax",
                    texts,
                    new MatchingWord("phone", "columns", MatchKind.TYPO),
                    new MatchingWord("phone", "columns", MatchKind.ABBREVIATION))
                .matched())
        .containsExactly(
            new Match("customer", "name", "exact"), new Match("phone", "columns", "abbreviation"));
  }

  @Test
  void saysOnlyAsWhatAFieldIsAskedForAWord() {
    var texts =
        new HitTexts("x", "orders", "emails", "customer", "customer", "customer birth date email");

    assertThat(marks("cust", texts).matched())
        .containsExactly(
            new Match("cust", "schema", "abbreviation"),
            new Match("cust", "comment", "abbreviation"));
    assertThat(marks("custmer", texts).matched())
        .containsExactly(
            new Match("custmer", "schema", "typo"), new Match("custmer", "comment", "typo"));
    assertThat(marks("dob", texts).matched())
        .containsExactly(new Match("dob", "comment", "abbreviation"));
    assertThat(marks("mail", texts).matched())
        .containsExactly(new Match("mail", "parent", "substring"));
    assertThat(marks("ord", texts).matched()).containsExactly(new Match("ord", "table", "prefix"));
    assertThat(marks("\"customer\"", texts).matched())
        .containsExactly(
            new Match("customer", "schema", "phrase"), new Match("customer", "comment", "phrase"));
  }

  @Test
  void findsAPartitionByItsParent() {
    assertThat(marks("email", new HitTexts("p7", "", "emails", "s", "d", "")).matched())
        .containsExactly(new Match("email", "parent", "exact"));
  }

  @Test
  void saysThatAPatternFitsOnlyWhereItDoes() {
    assertThat(marks("foo* OR bar", column("bar", "")).matched())
        .containsExactly(new Match("bar", "name", "exact"));
    assertThat(marks("foo* OR bar", column("FOOD", "")).matched())
        .containsExactly(new Match("foo*", "name", "pattern"));
  }

  @Test
  void findsNamesWithoutWordsAsAWhole() {
    assertThat(marks("🛒", column("🛒", "")))
        .isEqualTo(
            new Highlighter.Marks(
                List.of(new Match("🛒", "name", "exact")),
                new Hit.Highlights(List.of(new Span(0, 2)), List.of())));
    assertThat(marks("\"🛒\"", column("🛒", "")).matched())
        .containsExactly(new Match("🛒", "name", "phrase"));
    assertThat(marks("🛒 🛒", column("🛒_🛒", "")).matched())
        .containsExactly(new Match("🛒 🛒", "name", "exact"));
    assertThat(marks("🛒", column("🛒!", "")).matched()).isEmpty();
  }

  @Test
  void saysWhichQualifiersHold() {
    var time = new Match("time", "type", "qualifier");

    assertThat(marks("x -type:text type:time", column("x", "")).matched())
        .containsExactly(new Match("x", "name", "exact"), time);
    assertThat(marks("type:time,text OR type:uuid", column("y", "")).matched()).isEmpty();
    assertThat(
            marks(
                    "type:time,text OR type:uuid",
                    column("y", ""),
                    new MatchingWord("time", "type", MatchKind.QUALIFIER))
                .matched())
        .containsExactly(time);
    assertThat(marks("db:D,e", column("y", "")).matched())
        .containsExactly(new Match("D", "database", "qualifier"));
  }

  @Test
  void marksNothingOutsideOfTheText() {
    var name = "İİİmail";
    var spans = marks("mail", column(name, "")).highlights().name();

    assertThat(spans).allMatch(span -> span.end() <= name.length());
  }

  private static Highlighter.Marks marks(String query, HitTexts texts, MatchingWord... reported) {
    return new Highlighter(WORDS.resolve(query, false)).marks(texts, List.of(reported));
  }

  private static HitTexts column(String name, String comment) {
    return new HitTexts(name, "t", "", "s", "d", comment);
  }
}
