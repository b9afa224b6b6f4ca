package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.crawl.Deployment;
import io.gazetteer.benchmarks.crawl.DirectIndex;
import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.load.Calls;
import io.gazetteer.benchmarks.load.ClosedLoop;
import io.gazetteer.benchmarks.load.HttpConnection;
import io.gazetteer.benchmarks.source.PostgresSource;
import io.gazetteer.benchmarks.source.VariedNames;
import io.gazetteer.common.index.IndexAlias;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A crawled database, and all that is needed to search it and to add more of its kind. */
final class SearchedIndex {
  private static final int TOKENS = 4_000;

  private final Sizes sizes = Sizes.orElse(10_000, 100, 5);
  private final VariedNames naming = new VariedNames(sizes.tables());
  private final PostgresSource source;
  private final Deployment deployment;

  private SearchedIndex(PostgresSource source, Deployment deployment) {
    this.source = source;
    this.deployment = deployment;
  }

  /** Makes the database, starts everything and crawls. */
  static SearchedIndex start(Workspace workspace) throws Exception {
    var source = PostgresSource.start(workspace);
    var index = new SearchedIndex(source, Deployment.ofOneWorker(workspace));
    var sizes = index.sizes;
    source.create(PostgresSource.COMPANY, index.naming, sizes.tables(), sizes.columns());
    index.crawl(PostgresSource.COMPANY);
    index.server().awaitQuiet();
    Console.say(index.size());
    return index;
  }

  /** Crawls a database for the first time; returns when that has ended well. */
  void crawl(String database) throws IOException, InterruptedException {
    deployment.api().crawl(source.target(database), naming.table(sizes.tables() - 1));
  }

  PostgresSource source() {
    return source;
  }

  Sizes sizes() {
    return sizes;
  }

  Deployment deployment() {
    return deployment;
  }

  DirectIndex server() {
    return deployment.index();
  }

  SearchTexts queries() {
    return new SearchTexts(naming, sizes.columns());
  }

  /** How much there is to search. */
  String size() throws IOException, InterruptedException {
    return "%,d column documents, %,d table documents"
        .formatted(count(IndexAlias.COLUMNS), count(IndexAlias.TABLES));
  }

  private long count(IndexAlias index) throws IOException, InterruptedException {
    return server().get("/" + index.alias() + "/_count").path("count").asLong();
  }

  /** How varied the names of one database are. */
  String variety() {
    var names = new HashSet<String>();
    var words = new HashSet<String>();
    for (int table = 0; table < sizes.tables(); table++) {
      names.addAll(naming.columns(table, sizes.columns() - 1));
    }
    names.forEach(name -> words.addAll(List.of(name.split("_", -1))));
    return "%,d column names, %,d words".formatted(names.size(), words.size());
  }

  /** Searches by the API. */
  Calls searches(List<String> queries) throws IOException, InterruptedException {
    return calls("/api/search/?q=", queries);
  }

  /** The same searches as people see them: pages, in a browser that has signed in. */
  Calls searchPages(List<String> queries) throws IOException, InterruptedException {
    return Calls.pages(deployment.api().port(), browser().cookie(), paths("/search?q=", queries));
  }

  /** A browser that has signed in. */
  SignedIn browser() throws IOException, InterruptedException {
    return SignedIn.asAdministrator(deployment.api().port());
  }

  /** What the API suggests to these beginnings. */
  Calls suggestions(List<String> beginnings) throws IOException, InterruptedException {
    return calls("/api/suggest/?q=", beginnings);
  }

  /** What the API finds for these questions, within as many tokens as an agent gets. */
  Calls finds(List<String> questions) throws IOException, InterruptedException {
    return calls("/api/find?max_tokens=" + TOKENS + "&q=", questions);
  }

  /** The same by the protocol of agents. */
  Calls findsOfAgents(List<String> questions) throws IOException {
    var api = deployment.api();
    var headers =
        "Accept: application/json, text/event-stream\r\nMCP-Protocol-Version: 2025-11-25\r\n"
            + "Authorization: Bearer %s\r\n".formatted(api.freshToken());
    return Calls.post(
        api.port(), "/mcp", headers, questions.stream().map(SearchedIndex::toolCall).toList());
  }

  private static String toolCall(String question) {
    var arguments = Map.of("q", question, "max_tokens", TOKENS);
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "jsonrpc",
                "2.0",
                "id",
                1,
                "method",
                "tools/call",
                "params",
                Map.of("name", "find", "arguments", arguments)));
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
    int target = server().port();
    var mix = new ArrayList<List<byte[]>>();
    try (var proxy = RecordingProxy.start(target);
        var other =
            deployment.addApi(
                "recorded", Optional.empty(), Map.of("GAZETTEER_ELASTICSEARCH_URL", proxy.url()))) {
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
