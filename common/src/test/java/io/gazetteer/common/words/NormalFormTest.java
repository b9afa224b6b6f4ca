package io.gazetteer.common.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customers",
        "categories",
        "countries",
        "statuses",
        "people",
        "indices",
        "knives",
        "houses",
        "boxes",
        "criteria",
        "analyses",
        "movies",
        "heroes",
        "men",
        "ids",
        "news",
        "order"
      })
  void everyBeginningOfAPluralLeadsToItsSingular(String plural) {
    var singular = analyzer.normalize(plural);
    for (int end = 1; end <= plural.length(); end++) {
      var beginning = plural.substring(0, end);
      var others = analyzer.singularsOfBeginning(beginning);
      assertThat(singular.startsWith(beginning) || others.contains(singular))
          .as(beginning)
          .isTrue();
      assertThat(others).noneMatch(other -> other.startsWith(beginning));
    }
  }
}
