package io.gazetteer.servers;

import io.gazetteer.servers.node.ElasticsearchNode;
import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.ProcessSpec;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** An Elasticsearch node: one node, no security, loopback only, no index is made by accident. */
public final class EmbeddedElasticsearch implements EmbeddedServer {
  private static final int DEFAULT_HEAP_MEGABYTES = 512;

  private final ChildProcess process;
  private final int port;

  private EmbeddedElasticsearch(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public static EmbeddedElasticsearch start(Path home) {
    return start(home, Ports.free());
  }

  public static EmbeddedElasticsearch start(Path home, int port) {
    return start(home, port, DEFAULT_HEAP_MEGABYTES);
  }

  /**
   * Starts a node.
   *
   * @param home everything of it lives here; used again when it exists
   * @param heapMegabytes of its JVM
   */
  public static EmbeddedElasticsearch start(Path home, int port, int heapMegabytes) {
    Startup.checkPort("Elasticsearch", port);
    try {
      var absolute = Files.createDirectories(home).toAbsolutePath();
      ElasticsearchHome.prepare(absolute, port);
      var process = ChildProcess.start(spec(absolute, heapMegabytes));
      try (var http = HttpClient.newHttpClient()) {
        Startup.await(process, () -> isReady(http, port));
      }
      return new EmbeddedElasticsearch(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessSpec spec(Path home, int heapMegabytes) {
    var lib = Distributions.jars("elasticsearch", "lib");
    var classPath = lib + "/*" + File.pathSeparator + Distributions.classes();
    var command =
        new JavaCommand(heapMegabytes, classPath)
            .with("--add-modules", "jdk.incubator.vector")
            .with("--enable-native-access=ALL-UNNAMED")
            .with("-Djava.io.tmpdir=" + home.resolve("tmp"))
            .with("-Dlog4j2.disable.jmx=true", "-Des.distribution.type=tar")
            .with(ElasticsearchNode.class.getName(), home.toString());
    return new ProcessSpec(
        "elasticsearch",
        command.words(),
        Map.of(),
        home,
        home.resolve("log/elasticsearch.log"),
        home.resolve("run"),
        "TERM",
        Duration.ofSeconds(12));
  }

  private static boolean isReady(HttpClient http, int port)
      throws IOException, InterruptedException {
    var health = URI.create(url(port) + "/_cluster/health?wait_for_status=yellow&timeout=1s");
    var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(3)).build();
    return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** For example {@code http://127.0.0.1:9200}. */
  public String url() {
    return url(port);
  }

  public int port() {
    return port;
  }

  @Override
  public String name() {
    return "Elasticsearch";
  }

  @Override
  public ProcessHandle process() {
    return process.handle();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void stop() {
    process.stop();
  }
}
