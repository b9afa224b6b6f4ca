package io.gazetteer.benchmarks.auth;

import io.gazetteer.benchmarks.crawl.Api;
import io.gazetteer.benchmarks.crawl.Deployment;
import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.CpuTime;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.load.Calls;
import io.gazetteer.benchmarks.load.ClosedLoop;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Measures a login against the hash it computes, and requests with a token against without. */
public final class Auth implements Benchmark {
  private static final int CONNECTIONS = 16;
  private static final int LOGINS = 30;

  private final Sizes sizes = Sizes.orElse(200, 20, 5);
  private final int seconds = Options.number("seconds", 10);
  private CpuTime cpu = new CpuTime();
  private final Report report =
      new Report("Medians of %d alternating rounds".formatted(sizes.rounds()));

  @Override
  public void run(Workspace workspace) throws Exception {
    var company = PostgresSource.start(workspace).create(sizes);
    var deployment = Deployment.ofOneWorker(workspace);
    var words = PostgresSource.words(sizes.tables() - 1);
    var crawled = deployment.api().crawl(company, words);
    var classes = Optional.of(classes(workspace.path("classes")));
    var settings = Map.of("SPRING_MAIN_SOURCES", MeasuredApi.class.getName());
    try (var open = deployment.addApi("open", classes, settings)) {
      login(deployment, open.api());
      cpu = deployment.cpu().add("API without", open.process().handle());
      var credentials = List.of("/api/db-credentials/" + crawled + "/");
      withToken("the smallest, one data source", credentials, deployment.api(), open.api());
      var search = List.of("/api/search/?q=" + words);
      withToken("a search", search, deployment.api(), open.api());
    }
    report.print();
  }

  private void login(Deployment deployment, Api api) throws Exception {
    var logins = Calls.post(api.port(), "/api/auth/login", deployment.credentials());
    var hashes = Calls.get(api.port(), "", List.of(MeasuredApi.PASSWORD_HASH));
    ClosedLoop.oneByOne(hashes, LOGINS);
    ClosedLoop.oneByOne(logins, LOGINS);
    var timed =
        new Rounds()
            .add("login", () -> ClosedLoop.oneByOne(logins, LOGINS).p50())
            .add("hash", () -> ClosedLoop.oneByOne(hashes, LOGINS).p50())
            .run(sizes.rounds());
    report.atMost(
        "login ÷ computing its password hash, p50 on one connection", 1.25, timed, "login", "hash");
  }

  private void withToken(String request, List<String> paths, Api api, Api open) throws Exception {
    var without = Calls.get(open.port(), "", paths);
    warm(without);
    int count = (int) Math.max(100, seconds * warm(with(api, paths)));
    var timed =
        new Rounds()
            .add("with a token", () -> ClosedLoop.seconds(with(api, paths), CONNECTIONS, count))
            .add("without", () -> ClosedLoop.seconds(without, CONNECTIONS, count))
            .run(sizes.rounds());
    var figure = "requests a second with a token ÷ without, 16 connections: " + request;
    report.rate(figure, 0.9, timed, "with a token", "without", count);
    // Other work on the machine changes the time of a round more than its processor time.
    report.processorTime(
        "%,d with a token: %s".formatted(count, request),
        cpu,
        () -> ClosedLoop.seconds(with(api, paths), CONNECTIONS, count));
    report.processorTime(
        "%,d without: %s".formatted(count, request),
        cpu,
        () -> ClosedLoop.seconds(without, CONNECTIONS, count));
  }

  private static Calls with(Api api, List<String> paths) throws Exception {
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

  /** Makes a folder with the one class that the other process gets. */
  private static Path classes(Path folder) throws Exception {
    var name = MeasuredApi.class.getName().replace('.', '/') + ".class";
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (var in = MeasuredApi.class.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    return folder;
  }
}
