package io.gazetteer.benchmarks.pages;

import io.gazetteer.benchmarks.crawl.Deployment;
import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how long a diagram of 40 tables takes, and when Chromium has painted the page of a table
 * of 1,600 columns, among the tables of a large database.
 */
public final class Pages implements Benchmark {
  private static final int GROUPS = 60;
  private static final int TABLES_OF_A_GROUP = 60;
  private static final int DRAWN = 40;
  private static final int WARM = 20;
  private static final int WIDE = 1_600;

  private final Sizes sizes = Sizes.orElse(10_000, 100, 15);
  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public void run(Workspace workspace) throws Exception {
    var source = PostgresSource.start(workspace);
    source.create(sizes);
    addTables(source);
    var deployment = Deployment.ofOneWorker(workspace);
    deployment
        .api()
        .crawl(source.target(PostgresSource.COMPANY), PostgresSource.words(sizes.tables() - 1));
    deployment.stopWorkers();
    deployment.index().awaitQuiet();
    var report = sizes.report("PostgreSQL", ", and some thousand linked tables of 30 columns");
    diagrams(deployment, report);
    pages(deployment, report);
    report.print();
  }

  /** Adds groups of tables, each of which refers to another of its group, and a wide table. */
  private static void addTables(PostgresSource source) throws Exception {
    try (var connection = source.server().connect(PostgresSource.COMPANY);
        var statement = connection.createStatement()) {
      for (int group = 0; group < GROUPS; group++) {
        for (int table = 0; table < TABLES_OF_A_GROUP; table++) {
          var columns = new ArrayList<>(List.of("id bigint primary key", "parent_id bigint"));
          IntStream.range(0, 28).forEach(i -> columns.add("attribute_" + i + " text"));
          if (table > 0) {
            columns.add(
                "foreign key (parent_id) references linked_%d_%d"
                    .formatted(group, (table - 1) / 3));
          }
          statement.addBatch(
              "create table linked_%d_%d (%s)".formatted(group, table, String.join(", ", columns)));
        }
        statement.executeBatch();
      }
      statement.execute(
          "create table wide_measures ("
              + String.join(
                  ", ", IntStream.range(0, WIDE).mapToObj(i -> "measure_" + i + " real").toList())
              + ")");
    }
    source.settle(PostgresSource.COMPANY);
  }

  private void diagrams(Deployment deployment, Report report) throws Exception {
    var token = deployment.api().freshToken();
    int port = deployment.api().port();
    var json = get(port, token, path(0) + "&format=json").body();
    int drawn = JsonMapper.shared().readTree(json).path("tables").size();
    if (drawn != DRAWN) {
      throw new IOException("The diagram has " + drawn + " tables");
    }
    var first = new ArrayList<Double>();
    var kept = new ArrayList<Double>();
    double coldest = milliseconds(port, token, path(0));
    for (int group = 1; group < GROUPS; group++) {
      double time = milliseconds(port, token, path(group));
      double again = milliseconds(port, token, path(group));
      if (group > WARM) {
        first.add(time);
        kept.add(again);
      }
    }
    atMost(report, "a neighbourhood of 40 tables laid out and drawn, first time, p50", 500, first);
    report.fact("the same, slowest of %d".formatted(first.size()), text(last(first)));
    report.fact("the same, the first one of a new process", text(coldest));
    atMost(report, "the same, kept, p50", 20, kept);
    report.fact("size of the SVG", get(port, token, path(1)).body().length() / 1024 + " KB");
  }

  private static String path(int group) {
    return "/api/diagram?db_name=%s&schema=public&table=linked_%d_0&depth=3"
        .formatted(PostgresSource.COMPANY, group);
  }

  private double milliseconds(int port, String token, String path) throws Exception {
    long begin = System.nanoTime();
    var answer = get(port, token, path);
    double time = (System.nanoTime() - begin) / 1e6;
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return time;
  }

  private HttpResponse<String> get(int port, String token, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }

  private void pages(Deployment deployment, Report report) {
    try (var browser = MeasuredBrowser.open(deployment.api().port())) {
      browser.signIn("admin", deployment.password());
      var wide = "/db/" + PostgresSource.COMPANY + "/public/wide_measures";
      var linked = "/db/" + PostgresSource.COMPANY + "/public/linked_0_0?depth=2";
      browser.view(wide);
      measure(browser, report, wide, "the page of a table of 1,600 columns");
      measure(browser, report, linked, "the page of a table with a diagram");
    }
  }

  private void measure(MeasuredBrowser browser, Report report, String path, String what) {
    var paints = new ArrayList<Double>();
    double weight = 0;
    for (int round = 0; round < sizes.rounds(); round++) {
      var view = browser.view(path);
      paints.add(view.largestPaint());
      weight = Math.max(weight, view.kilobytes());
    }
    atMost(report, what + ": largest contentful paint, nothing cached, p50", 500, paints);
    report.fact("the same, slowest of %d".formatted(paints.size()), text(last(paints)));
    report.promised(
        what + ": weight, compressed, all its files",
        "<= 100 KB",
        weight <= 100,
        String.format(Locale.ROOT, "%.0f KB", weight));
  }

  private static void atMost(Report report, String figure, double most, List<Double> times) {
    var sorted = times.stream().sorted().toList();
    double median = sorted.get(sorted.size() / 2);
    report.promised(figure, "<= %.0f ms".formatted(most), median <= most, text(median));
  }

  private static double last(List<Double> times) {
    return times.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private static String text(double milliseconds) {
    return String.format(Locale.ROOT, "%.0f ms", milliseconds);
  }
}
