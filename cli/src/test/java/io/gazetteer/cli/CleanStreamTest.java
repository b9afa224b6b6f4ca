package io.gazetteer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CleanStreamTest {
  @Test
  void letsNoNameCommandTheTerminal() {
    var bytes = new ByteArrayOutputStream();
    try (var stream = new CleanStream(bytes, true)) {
      stream.print("\u001b[1mT\u001b[0m\tx\u001b]52;c;aGk=\u0007 \u009b2J \u202eabc\r");
      stream.printf("%s", "\u001b[2J");
      stream.append("\u001b[8m\r\n");
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("\u001b[1mT\u001b[0m\tx ]52;c;aGk=   2J  abc  [2J [8m\r\n");
  }
}
