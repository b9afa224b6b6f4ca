package io.gazetteer.standalone.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the two applications, run by {@code java -jar} as in production. */
public final class ApplicationProcess implements AutoCloseable {
  private final Process process;
  private final Path log;

  private ApplicationProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  public static ApplicationProcess start(
      String module, Map<String, String> environment, Path folder, String... words)
      throws IOException {
    var log = Files.createTempFile(folder, module, ".log");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            // None of them lives long enough for code to be compiled twice.
            List.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(jar(module).toString());
    command.addAll(List.of(words));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new ApplicationProcess(builder.start(), log);
  }

  private static Path jar(String module) throws IOException {
    try (var files = Files.list(Path.of("..", module, "target"))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-app.jar"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .orElseThrow()
          .toAbsolutePath();
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code of one that ends by itself. */
  public int awaitExit() {
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        throw new IllegalStateException("Still running: " + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill}: SIGTERM. Returns at once. */
  public void terminate() {
    process.destroy();
  }

  /** {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Stops its clock: SIGSTOP. */
  public void pause() {
    signal("STOP");
  }

  /** Lets it go on as if nothing had happened: SIGCONT. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      var command = List.of("kill", "-" + name, Long.toString(process.pid()));
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(25, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
