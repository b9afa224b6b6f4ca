package io.gazetteer.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The options of commands that print a list. */
public final class Output {
  @Option(names = "--json", description = "Print lines of JSON, as into a pipe.")
  private boolean json;

  @Option(names = "--csv", description = "Print CSV.")
  private boolean csv;

  @Option(
      names = "--fields",
      split = ",",
      paramLabel = "NAME",
      description = "Print only these fields, for example db_name,tables.")
  private List<String> fields = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "Print at most N; 20 unless given.")
  private int limit = 20;

  @Option(names = "--all", description = "Print all there are.")
  private boolean all;

  public int limit() {
    return all ? Integer.MAX_VALUE : Math.max(1, limit);
  }

  public boolean isJson() {
    return json;
  }

  /** Begins to print; a terminal gets columns, a pipe lines of JSON. */
  public Rows rows(Terminal terminal, String... usual) {
    var form =
        json
            ? Rows.Form.JSON
            : csv ? Rows.Form.CSV : terminal.isTerminal() ? Rows.Form.COLUMNS : Rows.Form.JSON;
    return new Rows(terminal, form, List.of(usual), fields);
  }
}
