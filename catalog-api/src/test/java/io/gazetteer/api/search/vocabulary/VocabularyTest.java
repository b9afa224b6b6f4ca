package io.gazetteer.api.search.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private static final Vocabulary WORDS =
      Vocabulary.of(
          List.of(
              "id",
              "customer",
              "email",
              "address",
              "mail",
              "custom",
              "costumer",
              "mailing",
              "customers",
              "gmail",
              "custody",
              "emails"));

  @Test
  void knowsWholeWords() {
    assertThat(WORDS.contains("customer")).isTrue();
    assertThat(WORDS.contains("custome")).isFalse();
    assertThat(WORDS.contains("")).isFalse();
    assertThat(WORDS.size()).isEqualTo(12);
  }

  @Test
  void findsBeginningsMostFrequentFirst() {
    assertThat(WORDS.beginning("cust", 3)).containsExactly("customer", "custom", "customers");
    assertThat(WORDS.beginning("x", 3)).isEmpty();
    assertThat(WORDS.beginning("", 2)).containsExactly("id", "customer");
  }

  @Test
  void findsPartsButNotBeginnings() {
    assertThat(WORDS.containing("mail", 9)).containsExactly("email", "gmail", "emails");
    assertThat(WORDS.containing("", 9)).isEmpty();
    assertThat(WORDS.containing("mail", 0)).isEmpty();
  }

  @Test
  void findsSlipsNearestFirst() {
    assertThat(WORDS.near("custmer", 9)).containsExactly("customer");
    assertThat(WORDS.near("adress", 9)).containsExactly("address");
    assertThat(WORDS.near("eamil", 9)).containsExactly("email");
    assertThat(WORDS.near("cutsomer", 9)).containsExactly("customer", "customers");
    assertThat(WORDS.near("fmail", 9)).containsExactly("email", "mail", "gmail");
  }

  @Test
  void triesNoSlipsInShortWordsNorTheWordItself() {
    assertThat(WORDS.near("idd", 9)).isEmpty();
    assertThat(WORDS.near("", 9)).isEmpty();
    assertThat(WORDS.near("custom", 9)).isEmpty();
  }

  @Test
  void sameFirstLetterGoesBeforeMoreFrequent() {
    var words = Vocabulary.of(List.of("gmail", "emaill", "emai"));
    assertThat(words.near("email", 9)).containsExactly("emaill", "emai", "gmail");
  }

  @Test
  void isEmptyAtFirst() {
    var words = Vocabulary.of(List.of());
    assertThat(words.contains("a")).isFalse();
    assertThat(words.beginning("a", 5)).isEmpty();
    assertThat(words.containing("a", 5)).isEmpty();
    assertThat(words.near("customer", 5)).isEmpty();
  }
}
