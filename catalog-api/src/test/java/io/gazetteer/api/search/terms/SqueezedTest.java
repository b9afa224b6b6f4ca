package io.gazetteer.api.search.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.vocabulary.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqueezedTest {
  @ParameterizedTest
  @CsvSource({
    "tracking, trkng",
    "dependent, dpndnt",
    "customer, cstmr",
    "customer, custmr",
    "credit, crdt",
    "shipment, shpmnt",
  })
  void findsWordsWithoutVowels(String word, String squeezed) {
    assertThat(Squeezed.isOf(word, squeezed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "customer, cstmrs",
    "customer, cut",
    "customer, custome",
    "customer, stmr",
    "tracking, tank",
    "tracking, tr",
    "tracking, tracking",
    "department, dent",
    "document, count",
  })
  void findsNoOtherWords(String word, String other) {
    assertThat(Squeezed.isOf(word, other)).isFalse();
  }

  @Test
  void findsTwoWordsInOne() {
    var squeezed = new Squeezed(Vocabulary.of(List.of("trkngno", "trunk", "trkngtype")));

    assertThat(squeezed.together("tracking", List.of("tracking"), List.of("number", "no")))
        .containsExactly("trkngno");
    assertThat(squeezed.of("tracking")).isEmpty();
  }

  @Test
  void cutsOffTheEndOfAWord() {
    var squeezed = new Squeezed(Vocabulary.of(List.of("supp", "plant", "dpndnt", "crlmt")));

    assertThat(squeezed.cutOff("supplier", false)).containsExactly("supp");
    assertThat(squeezed.cutOff("plantation", true)).isEmpty();
    assertThat(squeezed.alone("dependent")).containsExactly("dpndnt");
    assertThat(squeezed.together("credit", List.of("credit", "cr"), List.of("limit", "lmt")))
        .containsExactly("crlmt");
  }
}
