package io.gazetteer.standalone.processes;

import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import io.gazetteer.standalone.settings.PostgresAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the API's own command for administrators, on this terminal. */
public final class AdminTool {
  private final Path home;
  private final DataFolder data;

  public AdminTool(Path home, DataFolder data) {
    this.home = home;
    this.data = data;
  }

  /** Returns the command's exit code. */
  public int createAdmin(String name, PostgresAddress postgres) {
    return run(postgres, "create-admin", name);
  }

  /** Returns the command's exit code, when the index is new or cannot be made. */
  public int reindex(PostgresAddress postgres) {
    return run(postgres, "reindex");
  }

  /** Returns the command's exit code. */
  public int rotateKey(Path keyset, PostgresAddress postgres, List<String> options) {
    var words = Stream.concat(Stream.of("rotate-key"), options.stream()).toArray(String[]::new);
    return run(postgres, Map.of("GAZETTEER_KEYSET_FILE", keyset.toString()), words);
  }

  private int run(PostgresAddress postgres, String... words) {
    return run(postgres, Map.of(), words);
  }

  private int run(PostgresAddress postgres, Map<String, String> settings, String... words) {
    var jar = Application.CATALOG_API.jar(home);
    var command = Jvm.jar(jar, data.temporary(words[0]), words);
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(ServerAddresses.environment(postgres));
    builder.environment().putAll(settings);
    // On a terminal, the answer is what counts.
    builder.environment().put("LOGGING_LEVEL_IO_GAZETTEER", "warn");
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new CannotStartException("The command cannot be run: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("The command was interrupted.", e);
    }
  }
}
