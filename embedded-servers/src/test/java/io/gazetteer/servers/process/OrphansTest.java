package io.gazetteer.servers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.LauncherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // By JUnit.
  private Path temporary;

  @SuppressWarnings("NullAway.Init") // Before each test.
  private Path folder;

  @SuppressWarnings("NullAway.Init") // Before each test.
  private LauncherJvm launcher;

  @SuppressWarnings("NullAway.Init") // Before each test.
  private ProcessHandle child;

  @BeforeEach
  void startAChild() throws IOException {
    folder = temporary.resolve("run");
    launcher = LauncherJvm.start(SleepLauncher.class, folder.toString());
    child = ProcessHandle.of(Long.parseLong(launcher.firstLine())).orElseThrow();
  }

  @AfterEach
  void end() throws InterruptedException {
    launcher.kill();
    child.destroyForcibly();
  }

  @Test
  void endsAChildOfADeadParent() throws Exception {
    launcher.kill();
    assertThat(child.isAlive()).isTrue();

    assertThat(Orphans.end(folder)).containsExactly("sleeper");

    await().untilAsserted(() -> assertThat(child.isAlive()).isFalse());
    assertThat(folder).isEmptyDirectory();
    assertThat(Orphans.end(folder)).isEmpty();
  }

  @Test
  void leavesTheChildOfALivingParentAlone() {
    assertThat(Orphans.end(folder)).isEmpty();
    assertThat(Orphans.running(folder)).containsExactly("sleeper");
    assertThat(child.isAlive()).isTrue();
  }

  @Test
  void leavesAProcessAloneThatOnlyHasTheSamePid() throws Exception {
    launcher.kill();
    // The last one counts.
    append("birth=another boot\\:4711");
    assertThat(Orphans.end(folder)).isEmpty();
    assertThat(child.isAlive()).isTrue();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesAProcessAloneThatRunsAnotherCommand() throws Exception {
    launcher.kill();
    append("last.word=something else");
    assertThat(Orphans.end(folder)).isEmpty();
    assertThat(child.isAlive()).isTrue();
  }

  @Test
  void removesAPidFileThatIsNotToBeRead() throws Exception {
    launcher.kill();
    Files.writeString(folder.resolve("sleeper.pid"), "pid=12");
    assertThat(Orphans.end(folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(child.isAlive()).isTrue();
  }

  @Test
  void endsNothingWhereThereIsNoFolder() {
    assertThat(Orphans.end(folder.resolve("missing"))).isEmpty();
  }

  private void append(String line) throws IOException {
    Files.writeString(folder.resolve("sleeper.pid"), line + "\n", StandardOpenOption.APPEND);
  }
}
