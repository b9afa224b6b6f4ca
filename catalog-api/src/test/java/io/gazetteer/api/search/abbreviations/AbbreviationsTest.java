package io.gazetteer.api.search.abbreviations;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.abbreviations.Abbreviations.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AbbreviationsTest {
  private static final Abbreviations BUILT_IN = Abbreviations.builtIn();
  private static final Abbreviations FEW =
      new Abbreviations(
          BuiltInAbbreviations.parse(
              """
              cst: customer, cost
              cust: customer
              dob: date of birth, birth date
              dt: date
              st: street, state, status
              """));

  @Test
  void writesShortFormsInFullTheLikeliestFirst() {
    assertThat(FEW.variants(List.of("st")))
        .containsExactly(variant(0, 1, "street"), variant(0, 1, "state"), variant(0, 1, "status"));
  }

  @Test
  void shortensTheUnmistakableFirst() {
    assertThat(FEW.variants(List.of("id", "customer")))
        .containsExactly(variant(1, 2, "cust"), variant(1, 2, "cst"));
  }

  @Test
  void takesSeveralWordsForOne() {
    assertThat(FEW.variants(List.of("employee", "date", "of", "birth")))
        .containsExactly(variant(1, 4, "dob"), variant(1, 2, "dt"));
    assertThat(FEW.variants(List.of("dob")))
        .containsExactly(variant(0, 1, "date", "of", "birth"), variant(0, 1, "birth", "date"));
  }

  @Test
  void knowsNothingOfOtherWords() {
    assertThat(FEW.variants(List.of("birth", "of", "custom"))).isEmpty();
    assertThat(FEW.variants(List.of())).isEmpty();
  }

  @Test
  void goesBothWaysWithWhatPeopleWrite() {
    for (var pair :
        List.of(
            List.of("cust", "customer"),
            List.of("qty", "quantity"),
            List.of("amt", "amount"),
            List.of("addr", "address"),
            List.of("no", "number"),
            List.of("dt", "date"),
            List.of("dob", "birth date"),
            List.of("dob", "date of birth"))) {
      var shortForm = List.of(pair.getFirst());
      var longForm = List.of(pair.getLast().split(" "));
      assertThat(BUILT_IN.variants(shortForm)).extracting(Variant::words).contains(longForm);
      assertThat(BUILT_IN.variants(longForm)).extracting(Variant::words).contains(shortForm);
    }
  }

  @Test
  void everyVariantLeadsBack() {
    var random = new Random(7);
    var words = new ArrayList<String>();
    BuiltInAbbreviations.read()
        .forEach(
            one -> {
              words.add(one.shortForm());
              one.longForms().forEach(form -> words.addAll(List.of(form.split(" "))));
            });
    for (int round = 0; round < 2_000; round++) {
      var query = new ArrayList<String>();
      for (int i = 0; i < 1 + round % 7; i++) {
        query.add(words.get(random.nextInt(words.size())));
      }
      for (Variant variant : BUILT_IN.variants(query)) {
        var written = query.subList(variant.from(), variant.to());
        assertThat(variant.words()).isNotEmpty().isNotEqualTo(written);
        assertThat(stands(variant.words(), written) || stands(written, variant.words())).isTrue();
      }
    }
  }

  private static boolean stands(List<String> shortForm, List<String> longForm) {
    return BuiltInAbbreviations.read().stream()
        .anyMatch(
            one ->
                List.of(one.shortForm()).equals(shortForm)
                    && one.longForms().contains(String.join(" ", longForm)));
  }

  private static Variant variant(int from, int to, String... words) {
    return new Variant(from, to, List.of(words));
  }
}
