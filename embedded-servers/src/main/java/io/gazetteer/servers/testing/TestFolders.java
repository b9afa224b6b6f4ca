package io.gazetteer.servers.testing;

import io.gazetteer.servers.files.FileTree;
import io.gazetteer.servers.process.Orphans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Makes temporary folders that say which JVM they belong to. */
record TestFolders(Path temporary) {
  private static final String PREFIX = "gazetteer-test-";
  private static final Pattern OURS = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

  /** Makes the folder of this JVM; ends and removes what killed test runs left. */
  static TestFolders ofThisJvm() {
    var folders = new TestFolders(Path.of(System.getProperty("java.io.tmpdir")));
    folders.cleanUpAfterOthers();
    return folders;
  }

  Path create(String server) {
    try {
      var prefix = PREFIX + ProcessHandle.current().pid() + "-" + server;
      return Files.createTempDirectory(temporary, prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(Path folder) {
    try {
      new FileTree(folder).delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void cleanUpAfterOthers() {
    try (var folders = Files.newDirectoryStream(temporary, this::isLeft)) {
      for (Path folder : folders) {
        Orphans.end(folder.resolve("run"));
        new FileTree(folder).delete();
      }
    } catch (IOException | UncheckedIOException e) {
      // Another test run is cleaning up, too; one of both gets it done.
    }
  }

  private boolean isLeft(Path folder) {
    var name = OURS.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }
}
