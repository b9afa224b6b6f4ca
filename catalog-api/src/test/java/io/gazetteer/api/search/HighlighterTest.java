package io.gazetteer.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlighterTest {
  @Test
  void marksTheOriginalText() {
    var highlights = highlighter("customer", "email").highlights(column("CustomerEMailAddr", ""));

    assertThat(highlights.name()).first().isEqualTo(List.of(0, 8));
  }

  @Test
  void marksAWholeWordByItsBeginningButOnlyInNames() {
    var highlights = highlighter("ord").highlights(column("order_date", "ordinary orders"));

    assertThat(highlights.name()).containsExactly(List.of(0, 5));
    assertThat(highlights.comment()).isEmpty();
  }

  @Test
  void saysInWhichFieldsEachWordIs() {
    var texts = new Highlighter.Texts("email", "customers", "sales", "An email", false);

    assertThat(highlighter("customer", "email", "sale").matches(texts))
        .containsExactly(
            new Hit.Match("customer", "table"),
            new Hit.Match("email", "name"),
            new Hit.Match("email", "comment"),
            new Hit.Match("sale", "schema"));
  }

  @Test
  void ascribesWhatATableItselfDoesNotSayToItsColumns() {
    var texts = new Highlighter.Texts("customers", "customers", "sales", "", true);

    assertThat(highlighter("customer", "phone").matches(texts))
        .containsExactly(new Hit.Match("customer", "name"), new Hit.Match("phone", "columns"));
  }

  @ParameterizedTest
  @CsvSource({
    "email,emial,true", "email,emal,true", "email,emaill,true", "email,emoil,true",
    "email,email,true", "email,mail,true", "email,emials,false", "email,eamli,false",
    "ab,ba,true", "a,b,true", "abc,cba,false"
  })
  void countsEditsAsTheIndexDoes(String a, String b, boolean near) {
    assertThat(Highlighter.isOneEditAway(a, b)).isEqualTo(near);
    assertThat(Highlighter.isOneEditAway(b, a)).isEqualTo(near);
  }

  private static Highlighter highlighter(String... words) {
    return new Highlighter(List.of(words), false);
  }

  private static Highlighter.Texts column(String name, String comment) {
    return new Highlighter.Texts(name, "t", "s", comment, false);
  }
}
