package io.gazetteer.common.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The judged table: what each identifier should be found by. */
class IdentifierTableTest {

  private final IdentifierAnalyzer analyzer = IdentifierAnalyzer.standard();

  @ParameterizedTest
  @MethodSource("table")
  void splitsAsJudged(String identifier, String words) {
    assertThat(analyzer.words(identifier)).isEqualTo(words);
    assertThat(analyzer.textWords(identifier)).isEqualTo(words);
    assertThat(analyzer.words(words)).as("analysed again").isEqualTo(words);
  }

  static Stream<Arguments> table() throws IOException {
    try (var in = IdentifierTableTest.class.getResourceAsStream("identifiers.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.contains(" -> "))
          .filter(line -> !line.startsWith("# "))
          .map(line -> line.split(" -> ", 2))
          .map(pair -> Arguments.of(pair[0], pair[1]));
    }
  }
}
