package io.gazetteer.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.schema.tables.TableRef;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TablePiecesTest {
  @Test
  void boundsWhatIsReadAtOnce() {
    var tables =
        IntStream.range(0, 3000).mapToObj(i -> table(i, i % 50 == 0 ? 1600 : i % 20)).toList();

    var chunks = TablePieces.chunks(tables);

    assertThat(chunks.stream().flatMap(List::stream).toList()).isEqualTo(tables);
    assertThat(chunks)
        .allMatch(chunk -> chunk.stream().mapToInt(TableRef::columnCount).sum() <= 4000)
        .allMatch(chunk -> chunk.size() <= 500);
  }

  @Test
  void readsATableThatIsTooWideAlone() {
    assertThat(TablePieces.chunks(List.of(table(1, 5), table(2, 9999), table(3, 5)))).hasSize(3);
  }

  @Test
  void hasNothingToReadOfNothing() {
    assertThat(TablePieces.chunks(List.of())).isEmpty();
  }

  private static TableRef table(int i, int columns) {
    return new TableRef("id" + i, "s", "t" + i, columns);
  }
}
