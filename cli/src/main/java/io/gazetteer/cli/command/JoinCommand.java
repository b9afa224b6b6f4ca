package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Failure;
import io.gazetteer.cli.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Says how two tables are joined. */
@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    description = "Says how two tables are joined, by keys or else by likely columns.")
public final class JoinCommand implements Callable<Integer> {
  @Mixin private Context context = new Context();
  @Mixin private Output output = new Output();

  @Parameters(index = "0", paramLabel = "FROM")
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO")
  private String to = "";

  @Override
  public Integer call() {
    var api = context.api();
    var first = TableNames.find(api, from);
    var second = TableNames.find(api, to);
    if (!first.databaseId().equals(second.databaseId())) {
      throw new Failure(Failure.NOT_FOUND, "The tables are in different databases.");
    }
    var answer =
        api.get(
            "/api/joins"
                + Api.query("from", first.name(), "to", second.name(), "id", first.databaseId()));
    if (answer.path("paths").isEmpty()) {
      throw new Failure(Failure.NOT_FOUND, "Nothing joins " + from + " and " + to + ".");
    }
    var terminal = context.terminal();
    if (answer.path("inferred").asBoolean()) {
      terminal.err().println("No keys join them; these columns are called alike:");
    }
    if (terminal.isTerminal() && !output.isJson()) {
      for (JsonNode path : answer.path("paths")) {
        terminal.out().println(path.path("join").asString().replace(" join ", "\n  join "));
      }
      terminal.out().flush();
      return 0;
    }
    var rows = output.rows(terminal, "join");
    answer.path("paths").forEach(rows::add);
    rows.end();
    return 0;
  }
}
