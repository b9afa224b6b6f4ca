package io.gazetteer.standalone.samples;

import io.gazetteer.standalone.settings.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * Remembers what earlier starts did for the sample databases, in a file beside them: their ports,
 * which are part of what is registered and so must stay, and which steps are done. Thread safe.
 */
final class SampleState {
  private final Path file;
  private final Properties properties = new Properties();

  private SampleState(Path file) {
    this.file = file;
  }

  static SampleState read(Path folder) {
    var state = new SampleState(folder.resolve("state.properties"));
    if (Files.exists(state.file)) {
      try (var reader = Files.newBufferedReader(state.file)) {
        state.properties.load(reader);
      } catch (IOException e) {
        throw new CannotStartException("The file " + state.file + " cannot be read.", e);
      }
    }
    return state;
  }

  synchronized OptionalInt port(String server) {
    var port = properties.getProperty(server + ".port");
    return port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
  }

  synchronized int keepPort(String server, int port) {
    put(server + ".port", Integer.toString(port));
    return port;
  }

  synchronized boolean isDone(String step) {
    return properties.containsKey(step);
  }

  synchronized void done(String step) {
    put(step, "done");
  }

  /** Writes a new file and moves it: a crash leaves the old state, not half of a new one. */
  private void put(String key, String value) {
    properties.setProperty(key, value);
    var aside = file.resolveSibling("state.properties.new");
    try {
      Files.createDirectories(file.getParent());
      try (var writer = Files.newBufferedWriter(aside)) {
        properties.store(writer, null);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CannotStartException("The file " + file + " cannot be written.", e);
    }
  }
}
