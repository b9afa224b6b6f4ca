package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Failure;
import io.gazetteer.cli.Output;
import io.gazetteer.cli.Rows;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists what changed in schemas. */
@Command(
    name = "changes",
    mixinStandardHelpOptions = true,
    description = "Lists what crawls found changed, in order.")
public final class ChangesCommand implements Callable<Integer> {
  private static final Pattern AGO = Pattern.compile("(\\d{1,5})([mhdw])");

  @Mixin private Context context = new Context();
  @Mixin private Output output = new Output();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "How long ago (30m, 12h, 2d, 1w), or a time; 1d unless given.")
  private String since = "1d";

  @Option(names = "--db", paramLabel = "NAME", description = "Only of this database.")
  private @Nullable String database;

  @Option(names = "--table", paramLabel = "TABLE", description = "Only of this table.")
  private @Nullable String table;

  @Override
  public Integer call() {
    var from = instant(since, Instant.now());
    var rows =
        output.rows(context.terminal(), "at", "database", "schema", "table", "change", "column");
    int left = output.limit();
    for (JsonNode source : sources()) {
      left = print(source, from, rows, left);
    }
    rows.end();
    return 0;
  }

  static Instant instant(String text, Instant now) {
    var ago = AGO.matcher(text.strip());
    try {
      if (!ago.matches()) {
        return OffsetDateTime.parse(text.strip()).toInstant();
      }
      long number = Long.parseLong(ago.group(1));
      return now.minus(
          switch (ago.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
          });
    } catch (DateTimeException e) {
      throw new Failure(
          Failure.USAGE, "--since must be like 30m, 12h, 2d, 1w, or 2030-01-31T09:00:00Z.");
    }
  }

  private List<JsonNode> sources() {
    if (database != null) {
      return List.of(context.database(database));
    }
    var all = new ArrayList<JsonNode>();
    String cursor = null;
    do {
      var page = context.api().get("/api/databases" + Api.query("limit", "100", "cursor", cursor));
      page.path("databases").forEach(all::add);
      cursor = page.path("next_cursor").asString(null);
    } while (cursor != null);
    return all;
  }

  private int print(JsonNode source, Instant from, Rows rows, int most) {
    int left = most;
    String cursor = null;
    while (left > 0) {
      var page =
          context
              .api()
              .get(
                  "/api/db-credentials/"
                      + source.path("id").asString()
                      + "/changes"
                      + Api.query(
                          "since",
                          from.toString(),
                          "table",
                          table,
                          "limit",
                          String.valueOf(Math.min(100, left)),
                          "cursor",
                          cursor));
      for (JsonNode change : page.path("changes")) {
        ((ObjectNode) change).put("database", source.path("db_name").asString());
        rows.add(change);
        left--;
      }
      cursor = page.path("next_cursor").asString(null);
      if (cursor == null) {
        break;
      }
    }
    return left;
  }
}
