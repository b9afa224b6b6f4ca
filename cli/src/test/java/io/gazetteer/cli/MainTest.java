package io.gazetteer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void theLauncherAndItsHelpKnowEveryCommand() throws Exception {
    var launcher = Files.readString(Path.of("..", "gazetteer"));
    var help =
        Files.readString(
            Path.of("../standalone/src/main/resources/io/gazetteer/standalone/help.txt"));

    for (var name : Main.commandLine().getSubcommands().keySet()) {
      assertThat(launcher).containsPattern("[| ]" + name + "[ |)]");
      assertThat(help).contains("./gazetteer " + name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"search", "search --limit x y", "er", "join one", "crawl", "sources add", "nope"})
  void refusesWrongUsage(String line) {
    assertThat(Main.commandLine().execute(line.split(" "))).isEqualTo(Failure.USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "nonsense", "http://"})
  void refusesAServerThatIsNone(String server) {
    assertThat(Main.commandLine().execute("search", "--server", server, "x"))
        .isEqualTo(Failure.USAGE);
  }

  @Test
  void saysThatNobodyAnswers() {
    assertThat(Main.commandLine().execute("search", "--server", "http://127.0.0.1:1", "x"))
        .isEqualTo(Failure.FAILED);
  }
}
