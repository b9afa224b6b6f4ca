package io.gazetteer.api.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.vocabulary.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTextTest {
  @Test
  void leavesTheLastWordUnfinished() {
    assertThat(readings("Customer Addres")).containsExactly(List.of("customer", "addres"));
    assertThat(readings("send e_mail")).containsExactly(List.of("send", "email"));
    assertThat(readings("orders emai")).containsExactly(List.of("order", "emai"));
  }

  @Test
  void aBlankFinishesAWord() {
    assertThat(readings("addresses ")).containsExactly(List.of("address"));
    assertThat(readings("addresses")).containsExactly(List.of("addresses"));
  }

  @Test
  void readsWhatIsRunTogetherBothWays() {
    assertThat(readings("custemail"))
        .containsExactly(List.of("cust", "email"), List.of("custemail"));
    assertThat(readings("my_custemail"))
        .containsExactly(List.of("my", "cust", "email"), List.of("my", "custemail"));
  }

  @Test
  void readsOneLetterAndNoLetter() {
    assertThat(readings("C")).containsExactly(List.of("c"));
    assertThat(readings("%")).isEmpty();
    assertThat(readings(" ")).isEmpty();
  }

  @Test
  void takesApartWhatIsNotFinished() {
    assertThat(readings("lastupda", "last", "updated", "by"))
        .containsExactly(List.of("lastupda"), List.of("last", "upda"));
    assertThat(readings("lastupda", "last", "updated", "lastupdate"))
        .containsExactly(List.of("lastupda"));
    assertThat(readings("lastupda")).containsExactly(List.of("lastupda"));
  }

  private static List<List<String>> readings(String text, String... known) {
    return TypedText.of(text, Vocabulary.of(List.of(known))).readings();
  }
}
