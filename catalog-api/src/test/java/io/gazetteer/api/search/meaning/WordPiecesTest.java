package io.gazetteer.api.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WordPiecesTest {
  private static final WordPieces PIECES =
      WordPieces.of(
          JsonMapper.shared()
              .readTree(
                  """
                  {"model": {"vocab": {"[PAD]": 0, "[UNK]": 100, "[CLS]": 101, "[SEP]": 102,
                    "in": 1, "##voice": 2, "invoice": 3, "##s": 4, "cafe": 5, "?": 6, "数": 7}}}
                  """));

  @Test
  void takesTheLongestPiecesThatFit() {
    assertThat(PIECES.of("invoices in", 10)).containsExactly(101, 3, 4, 1, 102);
  }

  @Test
  void foldsCaseAndAccentsAndSplitsPunctuation() {
    assertThat(PIECES.of("Café?INVOICE", 10)).containsExactly(101, 5, 6, 3, 102);
    assertThat(PIECES.of("in数invoice", 10)).containsExactly(101, 1, 7, 3, 102);
  }

  @Test
  void knowsWhatItDoesNotKnow() {
    assertThat(PIECES.of("xyz in", 10)).containsExactly(101, 100, 1, 102);
    assertThat(PIECES.of("i".repeat(200), 10)).containsExactly(101, 100, 102);
    assertThat(PIECES.of("", 10)).containsExactly(101, 102);
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(PIECES.of("in in in in in in", 5)).containsExactly(101, 1, 1, 1, 102);
  }
}
