package io.gazetteer.servers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.LauncherJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildProcessTest {
  private static final String WAIT = "while true; do sleep 0.05; done";

  @TempDir
  @SuppressWarnings("NullAway.Init") // By JUnit.
  private Path folder;

  @Test
  void writesWhatTheProcessSaysToItsLog() {
    try (var child = start("echo out; echo err >&2; echo $GREETING; pwd; " + WAIT)) {
      await()
          .untilAsserted(() -> assertThat(child.logTail()).isEqualTo("out\nerr\nhello\n" + folder));
    }
  }

  @Test
  void movesALargeLogAsideAtTheStart() throws IOException {
    Files.write(folder.resolve("child.log"), new byte[(10 << 20) + 1]);
    try (var child = start("echo new")) {
      await().untilAsserted(() -> assertThat(child.logTail()).isEqualTo("new"));
      assertThat(folder.resolve("child.log.1")).hasSize((10 << 20) + 1);
    }
  }

  @Test
  void appendsToASmallLogAndTellsWhatIsNew() throws IOException {
    Files.writeString(folder.resolve("child.log"), "old\n");
    try (var child = start("echo new")) {
      await().untilAsserted(() -> assertThat(child.logTail()).isEqualTo("new"));
      assertThat(folder.resolve("child.log")).hasContent("old\nnew");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "QUIT"})
  void asksByItsSignal(String signal) {
    var child = start("trap 'echo asked; exit 0' " + signal + "; echo ready; " + WAIT, signal);
    awaitReady(child);
    child.stop();
    assertThat(child.logTail()).endsWith("asked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "QUIT"})
  void isAskedEvenWhenWeIgnoreTheSignal(String signal) throws Exception {
    var launcher =
        LauncherJvm.startIgnoring("INT QUIT TERM", AskingLauncher.class, folder.toString(), signal);
    assertThat(launcher.firstLine()).isEqualTo("asked");
    launcher.kill();
  }

  @Test
  void killsOneThatDoesNotListenAndAllItStarted() {
    var child = start("trap '' TERM; (trap '' TERM; " + WAIT + ") & echo ready; " + WAIT);
    awaitReady(child);
    var tree = child.handle().descendants().toList();
    assertThat(tree).isNotEmpty();

    child.stop();

    assertThat(child.isAlive()).isFalse();
    assertThat(tree).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void leavesNoPidFileWhenStoppedAndMayBeStoppedTwice() {
    var child = start(WAIT);
    assertThat(folder.resolve("run/child.pid")).exists();
    child.stop();
    child.stop();
    assertThat(folder.resolve("run")).isEmptyDirectory();
  }

  @Test
  void tellsOfAnExitThatNobodyAskedFor() throws Exception {
    var code = new CompletableFuture<Integer>();
    try (var child = start("read line; exit 7")) {
      child.onUnexpectedExit(code::complete);
      assertThat(code.get(5, TimeUnit.SECONDS)).isEqualTo(7);
    }
  }

  @Test
  void doesNotTellOfAStop() {
    var code = new CompletableFuture<Integer>();
    var child = start(WAIT);
    child.onUnexpectedExit(code::complete);
    child.stop();
    assertThat(child.exitCode()).succeedsWithin(Duration.ofSeconds(5));
    assertThat(code).isNotDone();
  }

  /** So that a terminal's Ctrl-C reaches its parent only. */
  @Test
  void runsInASessionOfItsOwn() throws IOException {
    try (var child = start(WAIT)) {
      await()
          .untilAsserted(() -> assertThat(session(child.handle())).isEqualTo(child.handle().pid()));
      assertThat(session(ProcessHandle.current())).isNotEqualTo(child.handle().pid());
    }
  }

  private static long session(ProcessHandle process) throws IOException {
    var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
  }

  @Test
  void saysWhatCannotBeStarted() throws IOException {
    Files.createFile(folder.resolve("file"));
    var command = List.of("true");
    var spec =
        new ProcessSpec(
            "child",
            command,
            Map.of(),
            folder,
            folder.resolve("file/child.log"),
            folder.resolve("run"),
            "TERM",
            Duration.ofSeconds(1));
    assertThatThrownBy(() -> ChildProcess.start(spec))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("child cannot be started");
  }

  private static void awaitReady(ChildProcess child) {
    await().untilAsserted(() -> assertThat(child.logTail()).endsWith("ready"));
  }

  private ChildProcess start(String script) {
    return start(script, "TERM");
  }

  private ChildProcess start(String script, String signal) {
    return ChildProcess.start(
        new ProcessSpec(
            "child",
            List.of("sh", "-c", script),
            Map.of("GREETING", "hello"),
            folder,
            folder.resolve("child.log"),
            folder.resolve("run"),
            signal,
            Duration.ofMillis(300)));
  }
}
