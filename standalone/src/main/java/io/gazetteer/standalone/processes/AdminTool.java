package io.gazetteer.standalone.processes;

import io.gazetteer.servers.process.CleanEnvironment;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.PostgresAddress;
import io.gazetteer.standalone.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the API's own command for administrators, on this terminal. */
public final class AdminTool {
  private final Path home;
  private final Settings settings;

  public AdminTool(Path home, Settings settings) {
    this.home = home;
    this.settings = settings;
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

  private int run(PostgresAddress postgres, Map<String, String> more, String... words) {
    var jar = Application.CATALOG_API.jar(home);
    var command = Jvm.jar(jar, settings.data().temporary(words[0]), words);
    var builder = CleanEnvironment.program(command).inheritIO();
    builder.environment().putAll(settings.applications().passedOn());
    builder.environment().putAll(ServerAddresses.environment(postgres));
    builder.environment().putAll(more);
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
