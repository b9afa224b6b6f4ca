package io.gazetteer.api;

import io.gazetteer.api.identity.console.CommandRefusedException;
import io.gazetteer.api.identity.console.ConsoleCatalog;
import io.gazetteer.api.identity.keys.RotateKey;
import io.gazetteer.api.identity.users.CreateAdmin;
import io.gazetteer.api.operations.index.Reindex;
import io.gazetteer.common.secrets.SecretVaultException;
import java.io.IOException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;

/**
 * What an administrator runs at the console, as the first argument of the API. Exit codes: 0 done,
 * 1 it cannot, 2 wrong arguments.
 */
@Command(name = "catalog-api")
public final class Commands {
  private Commands() {}

  /** Whether the arguments are those of a command, and not of the API. */
  static boolean areIn(String[] arguments) {
    return arguments.length > 0 && commandLine().getSubcommands().containsKey(arguments[0]);
  }

  /** Returns the exit code. */
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  private static CommandLine commandLine() {
    return new CommandLine(new Commands())
        .setParameterExceptionHandler(Commands::wrong)
        .setExecutionExceptionHandler(Commands::failed);
  }

  @Command(name = "create-admin", customSynopsis = "create-admin NAME")
  void createAdmin(@Parameters(paramLabel = "NAME") String name) throws IOException {
    CreateAdmin.run(name);
  }

  @Command(name = "reindex", customSynopsis = "reindex")
  int reindex() throws InterruptedException {
    return Reindex.run();
  }

  @Command(name = "rotate-key", customSynopsis = "rotate-key [--add | --drop-old]")
  int rotateKey(
      @Option(names = "--add") boolean add, @Option(names = "--drop-old") boolean dropOld) {
    if (add && dropOld) {
      var command = commandLine().getSubcommands().get("rotate-key");
      throw new ParameterException(command, "--add and --drop-old exclude each other");
    }
    return RotateKey.run(add ? RotateKey::add : dropOld ? RotateKey::dropOld : RotateKey::rotate);
  }

  private static int wrong(ParameterException wrong, String[] arguments) {
    var usage = wrong.getCommandLine().getCommandSpec().usageMessage().customSynopsis();
    System.err.println("Usage: " + String.join(" ", usage));
    return 2;
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    System.err.println(
        switch (failure) {
          case CommandRefusedException refused -> refused.getMessage();
          case SecretVaultException keyset -> keyset.getMessage();
          case DataAccessException away -> ConsoleCatalog.UNUSABLE;
          case TransactionException away -> ConsoleCatalog.UNUSABLE;
          case BeanCreationException away -> ConsoleCatalog.UNUSABLE;
          case IOException unread -> "The password cannot be read";
          default -> throw failure;
        });
    return 1;
  }
}
