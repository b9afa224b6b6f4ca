package io.gazetteer.standalone.processes;

import io.gazetteer.servers.OwnerOnly;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import io.gazetteer.standalone.settings.PostgresAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Tells other commands on this machine where the running instance's catalog store is. */
public final class RunState {
  private final Path file;

  public RunState(DataFolder data) {
    file = data.run().resolve("postgres.properties");
  }

  /** Writes the state into a file that only its owner can read. */
  void write(PostgresAddress postgres) {
    var properties = new Properties();
    properties.setProperty("url", postgres.url());
    properties.setProperty("user", postgres.user());
    properties.setProperty("password", postgres.password());
    var text = new StringWriter();
    try {
      properties.store(text, null);
      OwnerOnly.write(file, text.toString());
    } catch (IOException e) {
      throw new CannotStartException("The file " + file + " cannot be written.", e);
    }
  }

  /** Reads the state; empty when nothing runs, or not yet. */
  public Optional<PostgresAddress> read() {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new CannotStartException("The file " + file + " cannot be read.", e);
    }
    return Optional.of(
        new PostgresAddress(
            properties.getProperty("url"),
            properties.getProperty("user"),
            properties.getProperty("password")));
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new CannotStartException("The file " + file + " cannot be deleted.", e);
    }
  }
}
