package io.gazetteer.servers.testing;

import io.gazetteer.servers.files.FileTree;
import io.gazetteer.servers.process.Orphans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Temporary folders that say which JVM they belong to. */
record TestFolders(Path temporary) {
  private static final String PREFIX = "gazetteer-test-";

  /** Also ends and removes what test runs left that were killed. */
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
    try (var folders = Files.newDirectoryStream(temporary, PREFIX + "*-*")) {
      for (Path folder : folders) {
        if (Files.isWritable(folder) && ProcessHandle.of(owner(folder)).isEmpty()) {
          Orphans.end(folder.resolve("run"));
          delete(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long owner(Path folder) {
    var name = folder.getFileName().toString();
    return Long.parseLong(name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length())));
  }
}
