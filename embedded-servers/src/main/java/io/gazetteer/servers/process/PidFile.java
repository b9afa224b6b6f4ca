package io.gazetteer.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Remembers a child process beyond our own death: what it is, what we are, how to stop it. */
record PidFile(Path path) {
  private static final String SUFFIX = ".pid";

  static PidFile of(Path runFolder, String name) {
    return new PidFile(runFolder.resolve(name + SUFFIX));
  }

  static boolean isPidFile(Path path) {
    return path.toString().endsWith(SUFFIX);
  }

  String name() {
    var name = path.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  void write(ProcessHandle child, ProcessSpec spec) throws IOException {
    Files.createDirectories(path.getParent());
    var properties = new Properties();
    put(properties, "", ProcessIdentity.of(child));
    put(properties, "parent.", ProcessIdentity.of(ProcessHandle.current()));
    properties.setProperty("signal", spec.stopSignal());
    properties.setProperty("last.word", spec.command().getLast());
    try (var writer = Files.newBufferedWriter(path)) {
      properties.store(writer, null);
    }
  }

  private static void put(Properties properties, String prefix, ProcessIdentity identity) {
    properties.setProperty(prefix + "pid", Long.toString(identity.pid()));
    properties.setProperty(prefix + "birth", identity.birth());
  }

  /** Reads the file; returns empty when it cannot be read, as after a crash in the middle. */
  Optional<Entry> read() {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(path)) {
      properties.load(reader);
      return Optional.of(
          new Entry(
              identity(properties, ""),
              identity(properties, "parent."),
              properties.getProperty("signal", "TERM"),
              properties.getProperty("last.word", "")));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ProcessIdentity identity(Properties properties, String prefix) {
    return new ProcessIdentity(
        Long.parseLong(properties.getProperty(prefix + "pid", "")),
        properties.getProperty(prefix + "birth", ""));
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Holds what a pid file says.
   *
   * @param lastWord of the command line; the first ones may have been replaced by the program they
   *     ran
   */
  record Entry(ProcessIdentity child, ProcessIdentity parent, String signal, String lastWord) {
    /** Finds the child, if it still runs. */
    Optional<ProcessHandle> findChild() {
      return child.find().filter(this::ranThisCommand);
    }

    boolean isOrphan() {
      return parent.find().isEmpty();
    }

    private boolean ranThisCommand(ProcessHandle process) {
      return process
          .info()
          .arguments()
          .map(words -> words.length == 0 || words[words.length - 1].equals(lastWord))
          // Too long a command line, or not for us to see: the birth has to do.
          .orElse(true);
    }
  }
}
