package io.gazetteer.api.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.abbreviations.Abbreviations;
import io.gazetteer.api.suggest.Wish.Fit;
import io.gazetteer.api.suggest.Wish.Match;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WishTest {
  private static final Abbreviations ABBREVIATIONS = Abbreviations.builtIn();

  @Test
  void marksTheBeginningsOfWords() {
    assertThat(match("cust em", "customer_email"))
        .contains(new Match(Fit.WORDS, List.of(List.of(0, 4), List.of(9, 11))));
    assertThat(match("em", "CustomerEmail"))
        .contains(new Match(Fit.WORDS, List.of(List.of(8, 10))));
  }

  @Test
  void prefersNamesThatBeginAsTyped() {
    assertThat(match("Customer E", "customer_email")).map(Match::fit).contains(Fit.BEGINNING);
    assertThat(match("customer email", "CustomerEmail")).map(Match::fit).contains(Fit.WHOLE);
    assertThat(match("customer", "old_customer")).map(Match::fit).contains(Fit.WORDS);
  }

  @Test
  void knowsAbbreviations() {
    assertThat(match("customer", "cust_no"))
        .contains(new Match(Fit.VARIANT, List.of(List.of(0, 4))));
    assertThat(match("date of birth", "person_dob"))
        .contains(new Match(Fit.VARIANT, List.of(List.of(7, 10))));
    assertThat(match("dob", "DateOfBirth"))
        .contains(new Match(Fit.VARIANT, List.of(List.of(0, 4), List.of(4, 6), List.of(6, 11))));
  }

  @Test
  void wantsEveryWord() {
    assertThat(match("cust em", "customer_name")).isEmpty();
    assertThat(match("dob", "date_of_death")).isEmpty();
  }

  private static Optional<Match> match(String typed, String name) {
    return Wish.of(Typed.of(typed), ABBREVIATIONS).match(name);
  }
}
