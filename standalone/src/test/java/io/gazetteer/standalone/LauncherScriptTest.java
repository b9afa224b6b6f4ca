package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.standalone.support.LaunchedGazetteer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherScriptTest {
  @TempDir Path folder;

  @Test
  void refusesAnUnknownCommandInOneSentence() throws Exception {
    var end = run(LaunchedGazetteer.script(), "stat");

    assertThat(end.exitCode()).isEqualTo(2);
    assertThat(end.output()).containsPattern("^gazetteer: There is no command 'stat'.*\n$");
  }

  @Test
  void helpsFromAnywhereAndThroughALink() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("gz"), LaunchedGazetteer.script());

    for (var argument : List.of("help", "--help")) {
      var end = run(link, argument);
      assertThat(end.exitCode()).isZero();
      assertThat(end.output())
          .contains("./gazetteer start", "create-admin NAME", "reindex", "GAZETTEER_DATA");
    }
  }

  @Test
  void saysItsVersion() throws Exception {
    assertThat(run(LaunchedGazetteer.script(), "--version").output())
        .matches("gazetteer \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  @Test
  void saysThatAJdkIsMissing() throws Exception {
    var script =
        Files.readString(LaunchedGazetteer.script())
            .replace("required_jdk=25", "required_jdk=9999");
    var copy = Files.writeString(folder.resolve("gazetteer"), script);
    assertThat(copy.toFile().setExecutable(true)).isTrue();

    var end = run(copy, "start");

    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.output()).containsPattern("^gazetteer: A JDK 9999 or newer is missing.*\n$");
  }

  @Test
  void namesContainersWhereThereAreNoBinaries() throws Exception {
    var uname =
        Files.writeString(
            folder.resolve("uname"), "#!/bin/sh\n[ $1 = -s ] && echo Linux || echo riscv64\n");
    assertThat(uname.toFile().setExecutable(true)).isTrue();

    var end =
        run(
            Path.of("/usr/bin/env"),
            "PATH=" + folder + ":" + System.getenv("PATH"),
            LaunchedGazetteer.script().toString(),
            "start");

    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.output())
        .isEqualTo(
            "gazetteer: There are no binaries for Linux on riscv64: run Gazetteer in containers,"
                + " with docker compose up.\n");
  }

  @Test
  void helpNamesEverySettingThatIsRead() throws IOException {
    var help = resource("help.txt");
    var sources = Path.of("src/main/java/io/gazetteer/standalone/settings");
    var settings = Pattern.compile("\"(GAZETTEER_\\w+)\"");

    try (var files = Files.walk(sources)) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var matcher = settings.matcher(Files.readString(file));
        while (matcher.find()) {
          assertThat(help).contains(matcher.group(1));
        }
      }
    }
  }

  private record End(int exitCode, String output) {}

  private End run(Path script, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new End(process.waitFor(), output);
  }

  private static String resource(String name) throws IOException {
    try (var in = Gazetteer.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
