package io.gazetteer.common.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {

  private static final List<String> WORDS =
      List.of(
          "# a comment", "[200]", "order", "id", "is-", "-at", "-of-", "date", "[whole]", "dater");

  private final IdentifierAnalyzer analyzer =
      new IdentifierAnalyzer(Dictionary.of(WORDS, List.of("# joined", "or der")));

  @Test
  void hyphensSayWhereAShortWordMayStand() {
    assertThat(analyzer.words("isdate")).isEqualTo("is date");
    assertThat(analyzer.words("dateis")).isEqualTo("dateis");
    assertThat(analyzer.words("dateat")).isEqualTo("date at");
    assertThat(analyzer.words("atdate")).isEqualTo("atdate");
    assertThat(analyzer.words("dateofid")).isEqualTo("date of id");
    assertThat(analyzer.words("ofdate")).isEqualTo("ofdate");
  }

  @Test
  void wholeWordsAreNeitherSplitNorPieces() {
    assertThat(analyzer.words("dater")).isEqualTo("dater");
    assertThat(analyzer.words("orderdater")).isEqualTo("orderdater");
  }

  @Test
  void pluralsComeByThemselves() {
    assertThat(analyzer.words("ordersid")).isEqualTo("order id");
    assertThat(analyzer.words("orderdates")).isEqualTo("order date");
  }

  @Test
  void aCostlyCoverIsNoCover() {
    var costly =
        new IdentifierAnalyzer(Dictionary.of(List.of("[900]", "order", "date"), List.of()));
    assertThat(costly.words("orderdate")).isEqualTo("orderdate");
  }

  @Test
  void aCompoundThatReadsAsAPluralIsRefused() {
    assertThatThrownBy(() -> Dictionary.of(WORDS, List.of("order line items")))
        .hasMessageContaining("orderlineitems");
  }
}
