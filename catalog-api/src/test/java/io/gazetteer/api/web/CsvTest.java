package io.gazetteer.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void quotesWhatNeedsIt() {
    assertThat(Csv.row("a", null, "b,c", "say \"x\"", "d;e", "two\nlines"))
        .isEqualTo("a,,\"b,c\",\"say \"\"x\"\"\",\"d;e\",\"two\nlines\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1", "  =1", "＝1"})
  void defusesFormulas(String formula) {
    assertThat(Csv.row("x", formula)).matches("(?s)x,\"?'.*").contains(formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b", "e-mail", "x@y", " plain"})
  void leavesOtherTextsAlone(String text) {
    assertThat(Csv.row(text)).isEqualTo(text + "\r\n");
  }
}
