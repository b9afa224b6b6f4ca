package io.gazetteer.servers.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.LauncherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedServersIT {
  @Test
  void givesAllThreadsTheSameServer() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<DatabaseServer> ask = TestServers::postgres;
      var servers = threads.invokeAll(List.of(ask, ask, ask, ask));
      for (Future<DatabaseServer> server : servers) {
        assertThat(server.get()).isSameAs(TestServers.postgres());
      }
    }
    assertThat(TestServers.postgres().answers()).isTrue();
  }

  @Test
  void stopsServersAndRemovesTheirFoldersWhenTheJvmEnds() throws Exception {
    var launcher = LauncherJvm.start(SharedPostgres.class, "end");
    var pid = Long.parseLong(launcher.firstLine());
    assertThat(launcher.process().waitFor()).isZero();
    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(folders(launcher)).isEmpty();
  }

  @Test
  void cleansUpAfterATestRunThatWasKilled() throws Exception {
    var launcher = LauncherJvm.start(SharedPostgres.class, "wait");
    var pid = Long.parseLong(launcher.firstLine());
    launcher.kill();
    assertThat(folders(launcher)).hasSize(1);

    TestFolders.ofThisJvm();

    await().untilAsserted(() -> assertThat(ProcessHandle.of(pid)).isEmpty());
    assertThat(folders(launcher)).isEmpty();
  }

  private static List<Path> folders(LauncherJvm launcher) throws IOException {
    var start = "gazetteer-test-" + launcher.process().pid() + "-";
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith(start)).toList();
    }
  }
}
