package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Failure;
import io.gazetteer.cli.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists and changes the registered databases. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description = "Lists the registered databases, or adds, tests, crawls and removes one.",
    subcommands = {
      SourcesCommand.Add.class,
      SourcesCommand.Test.class,
      CrawlCommand.class,
      SourcesCommand.Remove.class
    })
public final class SourcesCommand implements Callable<Integer> {
  @Mixin private Context context = new Context();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    var rows =
        output.rows(
            context.terminal(),
            "db_name",
            "db_type",
            "state",
            "tables",
            "columns",
            "fresh_at",
            "id");
    int left = output.limit();
    String cursor = null;
    do {
      var page = context.api().get("/api/databases" + Api.query("limit", "100", "cursor", cursor));
      for (JsonNode one : page.path("databases")) {
        if (left-- > 0) {
          rows.add(one);
        }
      }
      cursor = page.path("next_cursor").asString(null);
    } while (cursor != null && left > 0);
    rows.end();
    return 0;
  }

  /** Registers a database. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Registers a database, which is crawled at once.")
  static final class Add implements Callable<Integer> {
    @Mixin private Context context = new Context();

    @Parameters(paramLabel = "NAME", description = "The database's name on its server.")
    private String name = "";

    @Option(names = "--type", required = true, description = "PostgreSQL, MySQL or MariaDB.")
    private String type = "";

    @Option(names = "--host", required = true, description = "The host of its server.")
    private String host = "";

    @Option(names = "--port", description = "The usual one of its kind unless given.")
    private @Nullable Integer port;

    @Option(names = "--user", required = true, description = "Who may read the schema.")
    private String user = "";

    @Option(names = "--password-stdin", description = "Read the password from standard input.")
    private boolean passwordFromInput;

    @Option(names = "--no-password", description = "The user has none.")
    private boolean noPassword;

    @Option(names = "--schedule", description = "For example PT1H, @daily, off.")
    private @Nullable String schedule;

    @Option(names = "--tls", description = "disable, prefer, require or verify-full.")
    private @Nullable String tls;

    @Option(names = "--test", description = "Register it only if the connection works.")
    private boolean test;

    @Option(names = "--wait", description = "Wait for the end of the first crawl.")
    private boolean wait;

    @Override
    public Integer call() throws IOException, InterruptedException {
      var body = Api.JSON.createObjectNode();
      body.put("db_name", name)
          .put("db_type", type)
          .put("hostname", host)
          .put("username", user)
          .put("password", noPassword ? "" : password());
      if (port != null) {
        body.put("port", port);
      }
      if (schedule != null) {
        body.put("schedule", schedule);
      }
      if (tls != null) {
        body.put("tls_mode", tls);
      }
      var added = context.api().post("/api/db-credentials" + (test ? "?test=true" : ""), body);
      var id = added.path("id").asString();
      context.terminal().out().println(id);
      context.terminal().out().flush();
      if (!wait) {
        return 0;
      }
      var crawls = context.api().get("/api/db-credentials/" + id + "/crawls?limit=1");
      return CrawlCommand.await(context, crawls.path("crawls").path(0));
    }

    private String password() throws IOException {
      return passwordFromInput
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("\\R$", "")
          : context.terminal().askPassword("Password of " + user + ": ");
    }
  }

  /** Tries the connection. */
  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Tries the connection of a registered database.")
  static final class Test implements Callable<Integer> {
    @Mixin private Context context = new Context();

    @Parameters(paramLabel = "NAME", description = "The database's name, or its id.")
    private String name = "";

    @Override
    public Integer call() {
      var id = context.database(name).path("id").asString();
      var report = context.api().post("/api/db-credentials/" + id + "/test", null);
      var terminal = context.terminal();
      if (!report.path("ok").asBoolean()) {
        report.path("grants").forEach(grant -> terminal.out().println(grant.asString()));
        terminal.out().flush();
        throw new Failure(Failure.FAILED, report.at("/problem/message").asString("It failed."));
      }
      terminal.out().println("It works: " + report.path("server_version").asString(""));
      terminal.out().flush();
      return 0;
    }
  }

  /** Removes a database from the catalog. */
  @Command(
      name = "rm",
      mixinStandardHelpOptions = true,
      description = "Removes a database from the catalog; the database itself stays as it is.")
  static final class Remove implements Callable<Integer> {
    @Mixin private Context context = new Context();

    @Parameters(paramLabel = "NAME", description = "The database's name, or its id.")
    private String name = "";

    @Override
    public Integer call() {
      context.api().delete("/api/db-credentials/" + context.database(name).path("id").asString());
      return 0;
    }
  }
}
