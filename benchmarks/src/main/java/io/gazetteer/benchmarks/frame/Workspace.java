package io.gazetteer.benchmarks.frame;

import io.gazetteer.servers.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A temporary folder and what was started on it. Closing stops and deletes everything, last things
 * first, and so does the end of this process, by Ctrl-C too. Thread safe.
 */
public final class Workspace implements AutoCloseable {
  private final Path folder;
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private boolean closed;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  public static Workspace open() throws IOException {
    var workspace = new Workspace(Files.createTempDirectory("gazetteer-benchmark"));
    Runtime.getRuntime().addShutdownHook(new Thread(workspace::close));
    return workspace;
  }

  /** The path of a folder or file in it, which is not made. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /** Has the resource closed with this. */
  public synchronized <R extends AutoCloseable> R keep(R resource) {
    resources.push(resource);
    return resource;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    while (!resources.isEmpty()) {
      closeOne(resources.pop());
    }
    delete();
  }

  private static void closeOne(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      Console.say(resource + " cannot be closed: " + e);
    }
  }

  private void delete() {
    try {
      new FileTree(folder).delete();
    } catch (IOException e) {
      Console.say(folder + " cannot be deleted: " + e);
    }
  }
}
