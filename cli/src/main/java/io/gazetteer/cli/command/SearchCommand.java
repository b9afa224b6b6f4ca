package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Failure;
import io.gazetteer.cli.Output;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Searches tables and columns. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Finds tables and columns, the best first.")
public final class SearchCommand implements Callable<Integer> {
  private static final int PAGE = 100;

  @Mixin private Context context = new Context();
  @Mixin private Output output = new Output();

  @Parameters(arity = "1..*", paramLabel = "WORDS", description = "Names, or a question.")
  private List<String> words = List.of();

  @Option(names = "--db", paramLabel = "NAME", description = "Only in this database.")
  private @Nullable String database;

  @Option(names = "--kind", paramLabel = "KIND", description = "table, column, view and others.")
  private @Nullable String kind;

  @Override
  public Integer call() {
    var api = context.api();
    var rows = output.rows(context.terminal(), "database.db_name", "path", "data_type", "comment");
    int left = output.limit();
    String cursor = null;
    do {
      var page =
          api.get(
              "/api/search"
                  + Api.query(
                      "q", String.join(" ", words),
                      "db_name", database,
                      "kind", kind,
                      "limit", String.valueOf(Math.min(PAGE, left)),
                      "cursor", cursor));
      for (JsonNode hit : page.path("hits")) {
        rows.add(hit);
        left--;
      }
      if (page.path("hits").isEmpty() && cursor == null) {
        return nothing(page);
      }
      cursor = page.path("next_cursor").asString(null);
    } while (cursor != null && left > 0);
    rows.end();
    return 0;
  }

  private int nothing(JsonNode page) {
    var meant = page.path("did_you_mean").asString("");
    context
        .terminal()
        .err()
        .println(
            "Nothing has "
                + String.join(" ", words)
                + (meant.isEmpty() ? "." : ". Did you mean: " + meant));
    page.path("notes").forEach(note -> context.terminal().err().println(note.asString()));
    return Failure.NOT_FOUND;
  }
}
