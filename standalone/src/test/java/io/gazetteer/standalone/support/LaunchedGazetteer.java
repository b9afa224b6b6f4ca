package io.gazetteer.standalone.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code ./gazetteer start} as a user runs it: a process, its terminal, its data folder. */
public final class LaunchedGazetteer implements AutoCloseable {
  private static final Pattern PASSWORD = Pattern.compile("password (\\w+) \\(shown only now");

  private final Process process;
  private final Path terminal;
  private final Path data;
  private final int port;

  private LaunchedGazetteer(Process process, Path terminal, Path data, int port) {
    this.process = process;
    this.terminal = terminal;
    this.data = data;
    this.port = port;
  }

  /** Starts it and returns at once. */
  public static LaunchedGazetteer start(
      Path data, int port, Map<String, String> more, String... arguments) throws IOException {
    var terminal = Files.createTempFile("gazetteer-terminal", ".txt");
    var command = new ArrayList<>(List.of(script().toString(), "start"));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(terminal.toFile())
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().put("GAZETTEER_DATA", data.toString());
    builder.environment().put("GAZETTEER_PORT", Integer.toString(port));
    builder.environment().putAll(more);
    return new LaunchedGazetteer(builder.start(), terminal, data, port);
  }

  /** The launcher script of this very build. */
  public static Path script() {
    return Path.of("..", "gazetteer").toAbsolutePath().normalize();
  }

  /** Waits for the banner, the end of a start. */
  public LaunchedGazetteer awaitBanner() {
    await("the banner of " + terminal)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> terminal().contains("Gazetteer is ready") || !process.isAlive());
    if (!process.isAlive()) {
      throw new IllegalStateException("It ended instead: " + terminal());
    }
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public String terminal() {
    try {
      return Files.readString(terminal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The password that the banner shows, if it shows one. */
  public Optional<String> shownPassword() {
    var matcher = PASSWORD.matcher(terminal());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** It and everything it started. */
  public List<ProcessHandle> family() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** {@code kill -9} of one child, by the name of its pid file. */
  public boolean kill(String name) throws IOException {
    var pidFile =
        Folders.filesOf(data).stream()
            .filter(file -> file.endsWith(name + ".pid"))
            .findFirst()
            .orElseThrow();
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(pidFile)) {
      properties.load(reader);
    }
    return ProcessHandle.of(Long.parseLong(properties.getProperty("pid")))
        .map(ProcessHandle::destroyForcibly)
        .orElse(false);
  }

  /** Like {@code kill -9} of the launcher alone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM; the exit code, once it has ended. */
  public int terminate() {
    process.destroy();
    return awaitEnd();
  }

  /** The exit code, once it has ended by itself. */
  public int awaitEnd() {
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        throw new IllegalStateException("It still runs: " + terminal());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path data() {
    return data;
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      terminate();
    }
    if (!terminal.toFile().delete()) {
      terminal.toFile().deleteOnExit();
    }
  }
}
