package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a schema, or some tables of it, as a diagram or a script. */
@Command(
    name = "er",
    mixinStandardHelpOptions = true,
    description = "Writes tables and how they refer to each other, as a diagram in text.")
public final class ErCommand implements Callable<Integer> {
  private static final Set<String> FORMATS = Set.of("mermaid", "dbml", "ddl", "text", "csv");

  @Mixin private Context context = new Context();

  @Parameters(index = "0", paramLabel = "DATABASE", description = "Its name, or its id.")
  private String database = "";

  @Parameters(index = "1..*", paramLabel = "TABLE", description = "Only these; else all.")
  private List<String> tables = List.of();

  @Option(names = "--schema", paramLabel = "NAME", description = "Only this schema.")
  private @Nullable String schema;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "mermaid (unless given), dbml, ddl, text or csv.")
  private String format = "mermaid";

  @Override
  public Integer call() throws IOException {
    if (!FORMATS.contains(format)) {
      throw new Failure(Failure.USAGE, "The format must be mermaid, dbml, ddl, text or csv.");
    }
    var source = context.database(database);
    var parameters = new ArrayList<@Nullable String>();
    parameters.addAll(
        List.of("db_name", source.path("db_name").asString(), "id", source.path("id").asString()));
    parameters.addAll(List.of("format", format));
    if (schema != null) {
      parameters.addAll(List.of("schema", schema));
    }
    tables.forEach(table -> parameters.addAll(List.of("table", table)));
    var path = "/api/db-schema" + Api.query(parameters.toArray(String[]::new));
    try (var in = context.api().stream(path, "*/*")) {
      in.transferTo(context.terminal().out());
    }
    context.terminal().out().flush();
    return 0;
  }
}
