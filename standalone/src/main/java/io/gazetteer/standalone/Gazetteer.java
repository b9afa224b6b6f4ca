package io.gazetteer.standalone;

import io.gazetteer.standalone.settings.CannotStartException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the commands of {@code ./gazetteer}. Exit codes: 0 done, 1 it cannot, 2 wrong arguments. */
@Command(
    name = "gazetteer",
    subcommands = {
      StartCommand.class,
      StopCommand.class,
      CreateAdminCommand.class,
      ReindexCommand.class,
      RotateKeyCommand.class
    })
final class Gazetteer {
  private Gazetteer() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Gazetteer())
        .setParameterExceptionHandler(
            (wrong, arguments) ->
                complain(wrong.getMessage() + ": ./gazetteer help shows how it is used.", 2))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (failure instanceof CannotStartException) {
                return complain(String.valueOf(failure.getMessage()), 1);
              }
              throw failure;
            });
  }

  private static int complain(String sentence, int exitCode) {
    System.err.println("gazetteer: " + sentence);
    return exitCode;
  }

  /** Returns the folder of the launcher script; the built jars are below it. */
  static Path home() {
    return Path.of(System.getProperty("gazetteer.home", "")).toAbsolutePath();
  }
}
