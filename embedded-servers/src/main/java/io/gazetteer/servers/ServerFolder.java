package io.gazetteer.servers;

import io.gazetteer.servers.files.FileTree;
import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.Orphans;
import io.gazetteer.servers.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;

/** Is the folder of one server, with its data, its log and its pid file. */
public record ServerFolder(String server, Path path) {
  private static final Duration STOP = Duration.ofSeconds(12);

  /** Opens or makes the folder, and ends a server on it whose parent was killed. */
  public static ServerFolder open(String server, Path home) {
    var folder = new ServerFolder(server, home.toAbsolutePath().normalize());
    folder.access(() -> Files.createDirectories(folder.path));
    Orphans.end(folder.run());
    if (!Orphans.running(folder.run()).isEmpty()) {
      throw new ServerStartException(
          "%s cannot start: another one is running on its folder %s; stop that first"
              .formatted(server, folder.path));
    }
    return folder;
  }

  public Path data() {
    return path.resolve("data");
  }

  private Path run() {
    return path.resolve("run");
  }

  public Path file(String name) {
    return path.resolve(name);
  }

  /** Returns the administrator's password, which is generated the first time. */
  public String password() {
    return Passwords.keptIn(path.resolve("password"));
  }

  public Path write(String name, String content) {
    access(() -> Files.writeString(path.resolve(name), content));
    return path.resolve(name);
  }

  /** Writes a file that only its owner can read. */
  public Path writeSecret(String name, String content) {
    access(() -> OwnerOnly.write(path.resolve(name), content));
    return path.resolve(name);
  }

  /**
   * Makes the data folder when there is none. A folder that was cut off half way is not mistaken
   * for a whole one: it gets its name at the end.
   */
  public void makeData(DataMaker maker) {
    if (Files.isDirectory(data())) {
      return;
    }
    var unfinished = path.resolve("data.unfinished");
    access(
        () -> {
          new FileTree(unfinished).delete();
          Files.createDirectory(unfinished);
          maker.make(unfinished);
          Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
        });
  }

  public interface DataMaker {
    void make(Path folder) throws IOException;
  }

  public ChildProcess start(Program program) {
    return ChildProcess.start(spec(server, program));
  }

  /** Runs a program that prepares something, to its end. */
  public void runToEnd(Program program) {
    Startup.awaitSuccess(ChildProcess.start(spec(server + "-init", program)));
  }

  private ProcessSpec spec(String name, Program program) {
    return new ProcessSpec(
        name,
        program.command(),
        program.environment(),
        path,
        path.resolve("log").resolve(name.toLowerCase(Locale.ROOT) + ".log"),
        run(),
        program.stopSignal(),
        STOP);
  }

  public void access(Access access) {
    try {
      access.run();
    } catch (IOException e) {
      throw new ServerStartException(
          "%s cannot start: its folder %s cannot be used (%s)".formatted(server, path, e), e);
    }
  }

  /** Does something to the files of the folder. */
  public interface Access {
    void run() throws IOException;
  }
}
