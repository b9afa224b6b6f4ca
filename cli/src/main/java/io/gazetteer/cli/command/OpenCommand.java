package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a page in a browser. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Opens the pages in a browser, at a search if words are given.")
public final class OpenCommand implements Callable<Integer> {
  @Mixin private Context context = new Context();

  @Parameters(arity = "0..*", paramLabel = "WORDS", description = "What to search for.")
  private List<String> words = List.of();

  @Option(names = "--print", description = "Only print the address.")
  private boolean print;

  @Override
  public Integer call() {
    var url =
        context.server()
            + (words.isEmpty() ? "/" : "/search" + Api.query("q", String.join(" ", words)));
    context.terminal().out().println(url);
    context.terminal().out().flush();
    if (!print && start(url) == null) {
      context.terminal().err().println("No browser could be started: open the address above.");
    }
    return 0;
  }

  private static @Nullable Process start(String url) {
    boolean isMac = System.getProperty("os.name", "").startsWith("Mac");
    try {
      return new ProcessBuilder(isMac ? "open" : "xdg-open", url)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      return null;
    }
  }
}
