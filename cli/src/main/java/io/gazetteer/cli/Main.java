package io.gazetteer.cli;

import io.gazetteer.cli.command.ChangesCommand;
import io.gazetteer.cli.command.CompletionCommand;
import io.gazetteer.cli.command.CrawlCommand;
import io.gazetteer.cli.command.DoctorCommand;
import io.gazetteer.cli.command.ErCommand;
import io.gazetteer.cli.command.JoinCommand;
import io.gazetteer.cli.command.LoginCommand;
import io.gazetteer.cli.command.ManCommand;
import io.gazetteer.cli.command.McpCommand;
import io.gazetteer.cli.command.OpenCommand;
import io.gazetteer.cli.command.SearchCommand;
import io.gazetteer.cli.command.SourcesCommand;
import io.gazetteer.cli.command.TableCommand;
import io.gazetteer.cli.command.TokenCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Runs the commands that ask a Gazetteer. Exit codes: 0 well, 1 failed, 2 usage, 3 not found, 4 log
 * in first.
 */
@Command(
    name = "gazetteer",
    description = "Searches a catalog of databases, and looks after it.",
    subcommands = {
      SearchCommand.class,
      TableCommand.class,
      ErCommand.class,
      JoinCommand.class,
      ChangesCommand.class,
      SourcesCommand.class,
      CrawlCommand.class,
      LoginCommand.class,
      TokenCommand.class,
      OpenCommand.class,
      McpCommand.class,
      DoctorCommand.class,
      CompletionCommand.class,
      ManCommand.class,
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Makes the command line. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(
            (wrong, arguments) ->
                complain(
                    wrong.getMessage()
                        + "\nUsage: ./gazetteer help "
                        + wrong.getCommandLine().getCommandName(),
                    Failure.USAGE))
        .setExecutionExceptionHandler(
            (failure, command, parsed) ->
                failure instanceof Failure known
                    ? complain(String.valueOf(known.getMessage()), known.exitCode())
                    : complain(String.valueOf(failure), Failure.FAILED));
  }

  private static int complain(String sentence, int exitCode) {
    System.out.flush();
    System.err.println("gazetteer: " + CleanStream.clean(sentence));
    return exitCode;
  }
}
