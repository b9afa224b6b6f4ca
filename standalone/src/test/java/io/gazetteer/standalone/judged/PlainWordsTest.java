package io.gazetteer.standalone.judged;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "customer email,customer email",
        "type:boolean newsletter,newsletter",
        "\"blood pressure\" type:integer,blood pressure",
        "invoice -line -\"two words\" kind:table,invoice",
        "one OR two,one two",
        "*_price,_price",
        "db:hospital table:Patient is:pk,patient",
        "column:CUSTADDR?,custaddr",
      })
  void areWhatASearchWithoutAQueryLanguageCanUse(String query, String words) {
    assertThat(PlainWords.of(query)).isEqualTo(words);
  }
}
