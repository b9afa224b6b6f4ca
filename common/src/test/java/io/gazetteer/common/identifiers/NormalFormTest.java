package io.gazetteer.common.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {

  private final IdentifierAnalyzer analyzer = IdentifierAnalyzer.standard();

  @ParameterizedTest
  @CsvSource({
    "Customers, customer",
    "ORDERID, orderid",
    "Größen, grossen",
    "Ids, id",
    "menuses, menu",
    "caféS, cafe",
    "КЛЮЧS, ключs",
    "order_lines, order_lines",
  })
  void isFoldedAndSingularAndNotSplit(String word, String normal) {
    assertThat(analyzer.normalize(word)).isEqualTo(normal);
    assertThat(analyzer.normalize(normal)).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({"Addres, addres", "STATUSES, statuses", "Größ*, gross*"})
  void foldingLeavesTheNumberAlone(String beginning, String folded) {
    assertThat(analyzer.fold(beginning)).isEqualTo(folded);
  }
}
