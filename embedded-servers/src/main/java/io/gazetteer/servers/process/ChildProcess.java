package io.gazetteer.servers.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * Runs a child process: its output goes to a log file, its pid to a file, and it is in a session of
 * its own, so that a terminal's Ctrl-C reaches only us and we decide what stops first. It listens
 * to signals even when we were told to ignore them, as in the background of a shell. Thread safe.
 */
public final class ChildProcess implements AutoCloseable {
  private static final long LARGE_LOG = 10L << 20;
  private static final int TAIL_BYTES = 2_000;

  private final ProcessSpec spec;
  private final Process process;
  private final PidFile pidFile;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** Where this start begins in the log, which has those before, too. */
  private final long logBegin;

  private ChildProcess(ProcessSpec spec, Process process, PidFile pidFile, long logBegin) {
    this.logBegin = logBegin;
    this.spec = spec;
    this.process = process;
    this.pidFile = pidFile;
  }

  /**
   * Starts the process; it may still end at once, see {@link #isAlive()}.
   *
   * @throws UncheckedIOException when there is no such program, or a folder cannot be written
   */
  public static ChildProcess start(ProcessSpec spec) {
    try {
      Files.createDirectories(spec.directory());
      Files.createDirectories(spec.logFile().getParent());
      rotate(spec.logFile());
      long logBegin = Files.exists(spec.logFile()) ? Files.size(spec.logFile()) : 0;
      return recorded(builder(spec).start(), spec, logBegin);
    } catch (IOException e) {
      throw new UncheckedIOException(spec.name() + " cannot be started: " + e.getMessage(), e);
    }
  }

  private static ProcessBuilder builder(ProcessSpec spec) {
    var builder = CleanEnvironment.program(CleanStart.of(spec.command()));
    builder.directory(spec.directory().toFile());
    builder.environment().putAll(spec.environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.logFile().toFile()));
    return builder;
  }

  private static ChildProcess recorded(Process process, ProcessSpec spec, long logBegin)
      throws IOException {
    var pidFile = PidFile.of(spec.runFolder(), spec.name());
    try {
      process.getOutputStream().close();
      pidFile.write(process.toHandle(), spec);
      return new ChildProcess(spec, process, pidFile, logBegin);
    } catch (IOException e) {
      // Nobody would find it again.
      process.destroyForcibly();
      throw e;
    }
  }

  private static void rotate(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  public String name() {
    return spec.name();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Returns a future that completes with the exit code when the process ends, for any reason. */
  public CompletableFuture<Integer> exitCode() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Calls the listener with the exit code when the process ends without having been asked to. */
  @SuppressWarnings("FutureReturnValueIgnored") // The listener is the result.
  public void onUnexpectedExit(IntConsumer listener) {
    process
        .onExit()
        .thenAccept(
            ended -> {
              if (!stopping.get()) {
                listener.accept(ended.exitValue());
              }
            });
  }

  /** Returns the end of what this start has written to the log, for messages. */
  public String logTail() {
    try (var file = new RandomAccessFile(spec.logFile().toFile(), "r")) {
      file.seek(Math.max(logBegin, file.length() - TAIL_BYTES));
      var bytes = new byte[TAIL_BYTES];
      int length = Math.max(0, file.read(bytes));
      return new String(bytes, 0, length, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "no log: " + e.getMessage();
    }
  }

  /**
   * Stops the process as its spec says; returns when it and all it started are gone. Idempotent.
   */
  public void stop() {
    stopping.set(true);
    Processes.end(process.toHandle(), spec.stopSignal(), spec.stopTimeout());
    pidFile.delete();
  }

  @Override
  public void close() {
    stop();
  }
}
