package io.gazetteer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
  @ParameterizedTest
  @CsvSource({
    "create-admin, Usage: create-admin NAME",
    "create-admin one two, Usage: create-admin NAME",
    "reindex now, Usage: reindex",
    "rotate-key --add --drop-old, Usage: rotate-key [--add | --drop-old]",
    "rotate-key --drop, Usage: rotate-key [--add | --drop-old]"
  })
  void sayHowTheyAreUsed(String arguments, String usage) {
    var said = new ByteArrayOutputStream();
    assertThat(run(said, arguments.split(" "))).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines(usage);
  }

  @Test
  void refuseANameThatNobodyCanHave() {
    var said = new ByteArrayOutputStream();
    assertThat(run(said, "create-admin", "no name")).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .startsWith("Usage: create-admin NAME; a name ")
        .hasLineCount(1);
  }

  @Test
  void leaveOtherArgumentsToTheApi() {
    assertThat(Commands.areIn(new String[] {})).isFalse();
    assertThat(Commands.areIn(new String[] {"--server.port=1", "reindex"})).isFalse();
    assertThat(Commands.areIn(new String[] {"reindex"})).isTrue();
    assertThat(Commands.areIn(new String[] {"rotate-key", "--add"})).isTrue();
  }

  private static int run(ByteArrayOutputStream said, String... arguments) {
    var err = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      return Commands.run(arguments);
    } finally {
      System.setErr(err);
    }
  }
}
