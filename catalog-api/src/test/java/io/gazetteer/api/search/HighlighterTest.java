package io.gazetteer.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.Hit.Match;
import io.gazetteer.api.search.plan.ChosenWords;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HighlighterTest {
  private static final ChosenWords WORDS =
      new ChosenWords(
          List.of("customer", "email", "order"),
          Map.of("custmer", List.of("customer")),
          Map.of(List.of("cust"), List.of("customer"), List.of("dob"), List.of("date", "birth")));

  @Test
  void marksTheOriginalText() {
    assertThat(marks("customer email", column("CustomerEMailAddr", "")).highlights().name())
        .containsExactly(List.of(0, 8), List.of(8, 13));
  }

  @Test
  void marksAWholeWordByItsBeginningButOnlyInNames() {
    var highlights = marks("ord", column("order_date", "ordinary orders")).highlights();

    assertThat(highlights.name()).containsExactly(List.of(0, 5));
    assertThat(highlights.comment()).isEmpty();
  }

  @Test
  void marksAbbreviationsTyposPartsAndPhrases() {
    assertThat(marks("cust", column("CustomerNo", "")).highlights().name())
        .containsExactly(List.of(0, 8));
    assertThat(marks("dob", column("birth_date", "")).highlights().name())
        .containsExactly(List.of(0, 5), List.of(6, 10));
    assertThat(marks("custmer", column("a_customer", "the customers")).highlights().comment())
        .containsExactly(List.of(4, 13));
    assertThat(marks("mail", column("EMail", "")).highlights().name())
        .containsExactly(List.of(1, 5));
    assertThat(marks("\"date of\"", column("x", "date, of date of")).highlights().comment())
        .containsExactly(List.of(0, 8), List.of(9, 16));
    assertThat(marks("cust*", column("CustNo", "")).highlights().name())
        .containsExactly(List.of(0, 6));
  }

  @Test
  void saysInWhichFieldsEachWordIsAndHow() {
    var texts = new Highlighter.Texts("email", "customers", "sales", "shop", "An email", Set.of());

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
    var texts = new Highlighter.Texts("customers", "", "sales", "shop", "", Set.of("phone"));

    assertThat(marks("customer phone fax", texts).matched())
        .containsExactly(
            new Match("customer", "name", "exact"), new Match("phone", "columns", "exact"));
  }

  private static Highlighter.Marks marks(String query, Highlighter.Texts texts) {
    return new Highlighter(WORDS.plan(query, false)).marks(texts);
  }

  private static Highlighter.Texts column(String name, String comment) {
    return new Highlighter.Texts(name, "t", "s", "d", comment, Set.of());
  }
}
