package io.gazetteer.api.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every text; the texts come from fixed seeds. */
class QueryPropertiesTest {
  private static final String[] PIECES = {
    "a",
    "bc",
    "OR",
    " AND ",
    "NOT",
    "NOT ",
    "X",
    " ",
    " ",
    "-",
    "(",
    ")",
    "\"",
    "*",
    "?",
    ":",
    ",",
    "schema:",
    "type:",
    "kind:table",
    "is:pk",
    "db:",
    "é",
    "\u3000",
    "\0",
    "😀",
    "\ud800",
    "x_y",
    "//",
    "::",
    "or",
    "\\",
    "[",
    "~"
  };

  @Test
  void readsOrRefusesEveryTextAndPrintsWhatItReadAsTheSame() {
    var random = new Random(7);
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      var text = text(random);
      try {
        var query = QueryParser.parse(text);
        assertThat(QueryParser.parse(query.print())).as(text).isEqualTo(query);
        read++;
      } catch (QueryMistakeException e) {
        assertThat(e.position()).as(text).isBetween(0, text.length());
      }
    }
    assertThat(read).isGreaterThan(10_000);
  }

  @Test
  void refusesOrReadsAnyCharacters() {
    var random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      var characters = new char[random.nextInt(40)];
      for (int c = 0; c < characters.length; c++) {
        characters[c] = (char) random.nextInt(random.nextBoolean() ? 128 : 1 << 16);
      }
      var text = new String(characters);
      try {
        var query = QueryParser.parse(text);
        assertThat(QueryParser.parse(query.print())).as(text).isEqualTo(query);
      } catch (QueryMistakeException e) {
        assertThat(e.hint()).isNotBlank();
      }
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    int pieces = 1 + random.nextInt(14);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
