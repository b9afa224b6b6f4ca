package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.crawl.Backend;
import io.gazetteer.benchmarks.crawl.Deployment;
import io.gazetteer.benchmarks.crawl.DirectIndex;
import io.gazetteer.benchmarks.crawl.Target;
import io.gazetteer.benchmarks.crawl.WorkerSettings;
import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.load.Calls;
import io.gazetteer.benchmarks.load.ClosedLoop;
import io.gazetteer.benchmarks.load.HttpConnection;
import io.gazetteer.benchmarks.source.PostgresSource;
import io.gazetteer.benchmarks.source.VariedNames;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A crawled database, and all that is needed to search it and to add more of its kind. */
final class SearchedIndex {
  private static final String DATABASE = "company";

  private final int tables = Options.number("tables", 10_000);
  private final int columns = Options.number("columns", 100);
  private final VariedNames naming = new VariedNames(tables);
  private final PostgresSource source;
  private final Backend backend;
  private final Deployment deployment;

  private SearchedIndex(PostgresSource source, Backend backend, Deployment deployment) {
    this.source = source;
    this.backend = backend;
    this.deployment = deployment;
  }

  /** Makes the database, starts everything and crawls. */
  static SearchedIndex start(Workspace workspace) throws Exception {
    var source = workspace.keep(PostgresSource.start(workspace.path("source")));
    var backend = Backend.start(workspace);
    var deployment = Deployment.start(workspace, backend, "gazetteer", WorkerSettings.chosen());
    deployment.addWorker(Options.number("workerHeap", 256));
    var index = new SearchedIndex(source, backend, deployment);
    source.create(DATABASE, index.naming, index.tables, index.columns);
    index.crawl(DATABASE);
    index.awaitQuiet();
    Console.say(index.size());
    return index;
  }

  /** Crawls a database for the first time; returns when that has ended well. */
  void crawl(String database) throws IOException, InterruptedException {
    var lastTable = naming.table(tables - 1);
    deployment.api().crawl(Target.postgres(source.server(), database), lastTable);
  }

  void awaitQuiet() throws IOException, InterruptedException {
    server().awaitQuiet();
  }

  PostgresSource source() {
    return source;
  }

  String database() {
    return DATABASE;
  }

  Deployment deployment() {
    return deployment;
  }

  DirectIndex server() {
    return new DirectIndex(backend.elasticsearch().url());
  }

  SearchTexts queries() {
    return new SearchTexts(naming, columns);
  }

  /** How much there is to search. */
  String size() throws IOException, InterruptedException {
    return "%,d column documents, %,d table documents"
        .formatted(count("gazetteer-columns"), count("gazetteer-tables"));
  }

  private long count(String alias) throws IOException, InterruptedException {
    return server().get("/" + alias + "/_count").path("count").asLong();
  }

  /** How varied the names of one database are. */
  String variety() {
    var names = new HashSet<String>();
    var words = new HashSet<String>();
    for (int table = 0; table < tables; table++) {
      names.addAll(naming.columns(table, columns - 1));
    }
    names.forEach(name -> words.addAll(List.of(name.split("_", -1))));
    return "%,d column names, %,d words".formatted(names.size(), words.size());
  }

  /** Searches by the API. */
  Calls searches(List<String> queries) throws IOException, InterruptedException {
    return calls("/api/search/?q=", queries);
  }

  /** What the API suggests to these beginnings. */
  Calls suggestions(List<String> beginnings) throws IOException, InterruptedException {
    return calls("/api/suggest/?q=", beginnings);
  }

  /** The token is a new one: they live for minutes, a benchmark for longer. */
  private Calls calls(String path, List<String> queries) throws IOException, InterruptedException {
    var api = deployment.api();
    return Calls.get(api.port(), api.freshToken(), paths(path, queries));
  }

  private static List<String> paths(String path, List<String> queries) {
    return queries.stream()
        .map(query -> path + URLEncoder.encode(query, StandardCharsets.UTF_8))
        .toList();
  }

  /** The same searches as the API sends them to Elasticsearch, to be sent there directly. */
  Calls searchesOfElasticsearch(List<String> queries) throws IOException, InterruptedException {
    int target = backend.elasticsearch().port();
    var mix = new ArrayList<List<byte[]>>();
    try (var proxy = RecordingProxy.start(target);
        var other =
            deployment.addApi("recorded", Map.of("GAZETTEER_ELASTICSEARCH_URL", proxy.url()))) {
      var api = other.api();
      var calls = Calls.get(api.port(), api.freshToken(), paths("/api/search/?q=", queries));
      // What a process asks only once is no part of a search.
      ClosedLoop.oneByOne(calls, 1);
      proxy.take();
      try (var connection = new HttpConnection(api.port())) {
        for (var call : calls.mix()) {
          connection.body(call.getFirst());
          mix.add(proxy.take());
        }
      }
    }
    return new Calls(target, mix);
  }
}
