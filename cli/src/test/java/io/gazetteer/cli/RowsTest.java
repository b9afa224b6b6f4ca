package io.gazetteer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final String ITEM =
      """
      {"name": "=cmd()", "deep": {"one": "a,b"}, "odd": "x\\u001b[2Jy", "none": null}
      """;

  @Test
  void printsAllFieldsAsALineOfJson() {
    assertThat(printed(Rows.Form.JSON, List.of()))
        .isEqualTo(
            "{\"name\":\"=cmd()\",\"deep\":{\"one\":\"a,b\"},\"odd\":\"x\\u001B[2Jy\",\"none\":null}\n");
  }

  @Test
  void printsTheChosenFields() {
    assertThat(printed(Rows.Form.JSON, List.of("deep.one"))).isEqualTo("{\"deep.one\":\"a,b\"}\n");
  }

  @Test
  void quotesAndDefusesCsv() {
    assertThat(printed(Rows.Form.CSV, List.of("name", "deep.one", "none")))
        .isEqualTo("name,deep.one,none\r\n'=cmd(),\"a,b\",\r\n");
  }

  /** The wide ones are formulas in programs for tables of East Asia. */
  @Test
  void defusesFormulasAsTheApiDoes() {
    for (char sign : "=+-@＝＋－＠".toCharArray()) {
      assertThat(
              printed(Rows.Form.CSV, List.of("name"), "{\"name\": \" %scmd()\"}".formatted(sign)))
          .isEqualTo("name\r\n' %scmd()\r\n".formatted(sign));
    }
  }

  @Test
  void letsNothingMoveTheCursor() {
    assertThat(printed(Rows.Form.COLUMNS, List.of("odd", "name"))).isEqualTo("x [2Jy  =cmd()\n");
  }

  private static String printed(Rows.Form form, List<String> chosen) {
    return printed(form, chosen, ITEM);
  }

  private static String printed(Rows.Form form, List<String> chosen, String item) {
    var before = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      var rows = new Rows(new Terminal(), form, List.of("name"), chosen);
      rows.add(Api.JSON.readTree(item));
      rows.end();
      return bytes.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(before);
    }
  }
}
