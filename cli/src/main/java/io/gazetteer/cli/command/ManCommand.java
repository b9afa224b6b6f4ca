package io.gazetteer.cli.command;

import io.gazetteer.cli.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how the commands are used. */
@Command(
    name = "man",
    mixinStandardHelpOptions = true,
    description = "Prints how a command is used, or all of them.")
public final class ManCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "COMMAND")
  private String command = "";

  @Override
  public Integer call() {
    var out = new Terminal().out();
    var all = spec.root().commandLine().getSubcommands();
    var one = all.get(command);
    if (one != null) {
      out.print(one.getUsageMessage(Ansi.OFF));
    } else {
      for (CommandLine each : all.values()) {
        out.println(each.getUsageMessage(Ansi.OFF));
      }
      out.println("Exit codes: 0 well, 1 failed, 2 usage, 3 not found, 4 log in first.");
    }
    out.flush();
    return 0;
  }
}
