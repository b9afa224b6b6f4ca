package io.gazetteer.cli.command;

import io.gazetteer.cli.Failure;
import io.gazetteer.cli.Terminal;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that lets a shell complete commands. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints a script for bash or zsh: source <(./gazetteer completion bash)")
public final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash (unless given) or zsh.")
  private String shell = "bash";

  @Override
  public Integer call() {
    if (!Set.of("bash", "zsh").contains(shell)) {
      throw new Failure(Failure.USAGE, "The shell must be bash or zsh.");
    }
    var terminal = new Terminal();
    // The script of picocli is for both.
    terminal.out().print(AutoComplete.bash("gazetteer", spec.root().commandLine()));
    terminal.out().flush();
    return 0;
  }
}
