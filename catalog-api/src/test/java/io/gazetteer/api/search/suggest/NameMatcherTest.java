package io.gazetteer.api.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.hits.Span;
import io.gazetteer.api.search.suggest.NameMatcher.Fit;
import io.gazetteer.api.search.suggest.NameMatcher.Match;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameMatcherTest {
  private static final Abbreviations ABBREVIATIONS = Abbreviations.builtIn();

  @Test
  void marksTheBeginningsOfWords() {
    assertThat(match("cust em", "customer_email"))
        .contains(match(Fit.WORDS, span(0, 4), span(9, 11)));
    assertThat(match("em", "CustomerEmail")).contains(match(Fit.WORDS, span(8, 10)));
  }

  @Test
  void prefersNamesThatBeginAsTyped() {
    assertThat(match("Customer E", "customer_email")).map(Match::fit).contains(Fit.BEGINNING);
    assertThat(match("customer email", "CustomerEmail")).map(Match::fit).contains(Fit.WHOLE);
    assertThat(match("customer", "old_customer")).map(Match::fit).contains(Fit.WORDS);
  }

  @Test
  void knowsAbbreviations() {
    assertThat(match("customer", "cust_no")).contains(match(Fit.VARIANT, span(0, 4)));
    assertThat(match("date of birth", "person_dob")).contains(match(Fit.VARIANT, span(7, 10)));
    assertThat(match("dob", "DateOfBirth"))
        .contains(match(Fit.VARIANT, span(0, 4), span(4, 6), span(6, 11)));
  }

  @Test
  void wantsEveryWord() {
    assertThat(match("cust em", "customer_name")).isEmpty();
    assertThat(match("dob", "date_of_death")).isEmpty();
  }

  @Test
  void followsPluralsToTheirLastLetter() {
    for (String name :
        List.of(
            "customers",
            "order_items",
            "productCategories",
            "PEOPLE",
            "countries_visited",
            "STATUSES",
            "CUSTADDRESSES",
            "e_mails",
            "userIDs",
            "boxes",
            "knives",
            "indices")) {
      for (int letters = 1; letters <= name.length(); letters++) {
        assertThat(match(name.substring(0, letters), name))
            .as(name.substring(0, letters))
            .isPresent();
      }
    }
    assertThat(match("categori", "product_categories")).contains(match(Fit.WORDS, span(8, 16)));
    assertThat(match("customers", "customer")).contains(match(Fit.WORDS, span(0, 8)));
    assertThat(match("peopl", "old_people")).contains(match(Fit.WORDS, span(4, 9)));
  }

  @Test
  void followsWhatIsRunTogether() {
    assertThat(match("lastupda", "lastupdatedby")).contains(match(Fit.BEGINNING, span(0, 8)));
    assertThat(match("lastupda", "user_last_updated")).contains(match(Fit.WORDS, span(5, 14)));
  }

  @Test
  void fitsNamesWithoutWords() {
    assertThat(match("$", "$$")).contains(match(Fit.BEGINNING, span(0, 1)));
    assertThat(match("$$", "$$")).map(Match::fit).contains(Fit.WHOLE);
    assertThat(match("$", "price_$")).isEmpty();
  }

  private static Optional<Match> match(String typed, String name) {
    return NameMatcher.of(TypedText.of(typed, Vocabulary.of(List.of())), ABBREVIATIONS).match(name);
  }

  private static Match match(Fit fit, Span... spans) {
    return new Match(fit, List.of(spans));
  }

  private static Span span(int start, int end) {
    return new Span(start, end);
  }
}
