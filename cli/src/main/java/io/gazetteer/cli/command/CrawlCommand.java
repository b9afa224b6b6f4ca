package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Failure;
import io.gazetteer.cli.ProgressBar;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Crawls a database. */
@Command(
    name = "crawl",
    mixinStandardHelpOptions = true,
    description = "Crawls a database now. With --wait, exit code 1 unless the crawl succeeded.")
public final class CrawlCommand implements Callable<Integer> {
  private static final Set<String> LIVE = Set.of("PENDING", "PLANNING", "RUNNING", "FINISHING");
  private static final int MILLIS = 500;

  @Mixin private Context context = new Context();

  @Parameters(paramLabel = "NAME", description = "The database's name, or its id.")
  private String name = "";

  @Option(names = "--wait", description = "Wait for the end of the crawl.")
  private boolean wait;

  @Override
  public Integer call() throws InterruptedException {
    var api = context.api();
    var id = context.database(name).path("id").asString();
    var crawl = api.post("/api/db-credentials/" + id + "/crawls", null);
    return wait ? await(context, crawl) : print(crawl);
  }

  private int print(JsonNode crawl) {
    context.terminal().out().println(crawl.path("id").asString());
    context.terminal().out().flush();
    return 0;
  }

  /** Waits for the end; the exit code is 0 when it is a good one. */
  static int await(Context context, JsonNode started) throws InterruptedException {
    Api api = context.api();
    var crawl = started;
    var bar = new ProgressBar(context.terminal());
    while (LIVE.contains(crawl.path("state").asString())) {
      bar.show(
          crawl.path("state").asString().toLowerCase(Locale.ROOT),
          crawl.path("batches_done").asLong(0),
          crawl.path("batches_total").asLong(0));
      TimeUnit.MILLISECONDS.sleep(MILLIS);
      crawl = api.get("/api/crawls/" + crawl.path("id").asString());
    }
    bar.end();
    var state = crawl.path("state").asString();
    context
        .terminal()
        .out()
        .printf(
            "%s: %d tables, %d columns%n",
            state, crawl.path("tables_seen").asLong(0), crawl.path("columns_seen").asLong(0));
    context.terminal().out().flush();
    if (state.equals("SUCCEEDED")) {
      return 0;
    }
    var message = crawl.at("/error/message").asString("");
    throw new Failure(
        Failure.FAILED, "The crawl ended " + state + (message.isEmpty() ? "." : ": " + message));
  }
}
