package io.gazetteer.standalone.processes;

import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import io.gazetteer.standalone.settings.PostgresAddress;
import java.io.IOException;
import java.nio.file.Path;

/** Runs the API's own command for administrators, on this terminal. */
public final class AdminTool {
  private final Path home;
  private final DataFolder data;

  public AdminTool(Path home, DataFolder data) {
    this.home = home;
    this.data = data;
  }

  /** The command's exit code. */
  public int createAdmin(String name, PostgresAddress postgres) {
    return run(postgres, "create-admin", name);
  }

  /** The command's exit code, when the index is new or cannot be made. */
  public int reindex(PostgresAddress postgres) {
    return run(postgres, "reindex");
  }

  private int run(PostgresAddress postgres, String... words) {
    var jar = Application.CATALOG_API.jar(home);
    var command = Jvm.jar(jar, data.temporary(words[0]), words);
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(ServerAddresses.environment(postgres));
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
