package io.gazetteer.benchmarks.auth;

import io.gazetteer.benchmarks.crawl.Api;
import io.gazetteer.benchmarks.crawl.Backend;
import io.gazetteer.benchmarks.crawl.Deployment;
import io.gazetteer.benchmarks.crawl.Target;
import io.gazetteer.benchmarks.crawl.WorkerSettings;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.load.Calls;
import io.gazetteer.benchmarks.load.ClosedLoop;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A login against the hash it computes, and requests with a token against requests without. */
public final class Auth {
  private static final String DATABASE = "company";
  private static final String DEPLOYMENT = "gazetteer";
  private static final int COLUMNS = 20;
  private static final int CONNECTIONS = 16;
  private static final int LOGINS = 30;

  private final int tables = Options.number("tables", 200);
  private final int rounds = Options.number("rounds", 5);
  private final int seconds = Options.number("seconds", 10);
  private final Report report = new Report("Medians of %d alternating rounds".formatted(rounds));
  private final Workspace workspace;
  private final Deployment deployment;

  private Auth(Workspace workspace, Deployment deployment) {
    this.workspace = workspace;
    this.deployment = deployment;
  }

  /** Measures and prints. */
  public static void run() throws Exception {
    try (var workspace = Workspace.open()) {
      var backend = Backend.start(workspace);
      var deployment = Deployment.start(workspace, backend, DEPLOYMENT, WorkerSettings.chosen());
      new Auth(workspace, deployment).measure();
    }
  }

  private void measure() throws Exception {
    var source = workspace.keep(PostgresSource.start(workspace.path("source")));
    source.create(DATABASE, tables, COLUMNS);
    deployment.addWorker(Options.number("workerHeap", 256));
    var words = PostgresSource.words(tables - 1);
    var crawled = deployment.api().crawl(Target.postgres(source.server(), DATABASE), words);
    try (var open =
        deployment.addApi(
            "open", classes(), Map.of("SPRING_MAIN_SOURCES", MeasuredApi.class.getName()))) {
      login(open.api());
      var credentials = "/api/db-credentials/" + crawled.path("id").asString() + "/";
      withToken("the smallest, one data source", List.of(credentials), open.api());
      withToken("a search", List.of("/api/search/?q=" + words), open.api());
    }
    report.print();
  }

  private void login(Api api) throws Exception {
    var logins = Calls.post(api.port(), "/api/auth/login", deployment.credentials());
    var hashes = Calls.get(api.port(), "", List.of(MeasuredApi.PASSWORD_HASH));
    ClosedLoop.oneByOne(hashes, LOGINS);
    ClosedLoop.oneByOne(logins, LOGINS);
    var timed =
        new Rounds()
            .add("login", () -> ClosedLoop.oneByOne(logins, LOGINS).p50())
            .add("hash", () -> ClosedLoop.oneByOne(hashes, LOGINS).p50())
            .run(rounds);
    report.atMost(
        "login ÷ computing its password hash, p50 on one connection",
        1.25,
        "1",
        timed.ratio("login", "hash"),
        timed.milliseconds("login") + ", " + timed.milliseconds("hash"));
  }

  private void withToken(String request, List<String> paths, Api open) throws Exception {
    var without = Calls.get(open.port(), "", paths);
    warm(without);
    int count = (int) Math.max(100, seconds * warm(with(paths)));
    var timed =
        new Rounds()
            .add("with a token", () -> ClosedLoop.seconds(with(paths), CONNECTIONS, count))
            .add("without", () -> ClosedLoop.seconds(without, CONNECTIONS, count))
            .run(rounds);
    report.atLeast(
        "requests a second with a token ÷ without, 16 connections: " + request,
        0.9,
        "",
        timed.ratio("without", "with a token"),
        String.format(
            Locale.ROOT,
            "%.0f a second, %.0f a second",
            count / timed.median("with a token"),
            count / timed.median("without")));
  }

  private Calls with(List<String> paths) throws Exception {
    var api = deployment.api();
    return Calls.get(api.port(), api.freshToken(), paths);
  }

  /** Returns how many a second it came to in the end. */
  private double warm(Calls calls) throws Exception {
    int count = 200;
    double spent = 0;
    double last = 1;
    while (spent < 2 * seconds) {
      last = ClosedLoop.seconds(calls, CONNECTIONS, count) / count;
      spent += last * count;
      count = (int) Math.max(200, 1 / last);
    }
    return 1 / last;
  }

  /** A folder with the one class that the other process gets. */
  private Path classes() throws Exception {
    var name = MeasuredApi.class.getName().replace('.', '/') + ".class";
    var folder = workspace.path("classes");
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (var in = MeasuredApi.class.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    return folder;
  }
}
