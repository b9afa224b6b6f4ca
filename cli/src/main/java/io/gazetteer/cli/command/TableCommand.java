package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows the columns of a table. */
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    description = "Shows a table: its columns, keys and what they lead to.")
public final class TableCommand implements Callable<Integer> {
  @Mixin private Context context = new Context();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "TABLE", description = "db.schema.table, schema.table or table.")
  private String table = "";

  @Override
  public Integer call() {
    var api = context.api();
    var named = TableNames.find(api, table);
    var found =
        api.get(
            "/api/search-table"
                + Api.query(
                    "db_name",
                    named.database(),
                    "id",
                    named.databaseId(),
                    "table_name",
                    named.name()));
    var terminal = context.terminal();
    for (JsonNode one : found.path("tables")) {
      if (output.isJson()) {
        terminal.out().println(Api.JSON.writeValueAsString(one));
        continue;
      }
      if (terminal.isTerminal()) {
        terminal
            .out()
            .println(
                terminal.bold(
                        named.database()
                            + '.'
                            + one.path("schema").asString()
                            + '.'
                            + one.path("name").asString())
                    + "  "
                    + terminal.faint(one.path("kind").asString()));
      }
      var rows = output.rows(terminal, "name", "data_type", "nullable", "primary_key", "comment");
      one.path("columns").forEach(rows::add);
      rows.end();
    }
    terminal.out().flush();
    return 0;
  }
}
