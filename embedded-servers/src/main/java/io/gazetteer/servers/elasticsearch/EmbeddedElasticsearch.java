package io.gazetteer.servers.elasticsearch;

import io.gazetteer.servers.ChildServer;
import io.gazetteer.servers.Distributions;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.JavaCommand;
import io.gazetteer.servers.Program;
import io.gazetteer.servers.ServerFolder;
import io.gazetteer.servers.ServerStartException;
import io.gazetteer.servers.Startup;
import io.gazetteer.servers.process.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * Runs an Elasticsearch node: one node, on the loopback address, for those who have its password;
 * no index is made by accident. It has what the server's core has, see its modules for the rest.
 * Thread safe.
 */
public final class EmbeddedElasticsearch extends ChildServer {
  private static final int DEFAULT_HEAP_MEGABYTES = 512;
  private static final String USER = "gazetteer";

  private final String password;

  private EmbeddedElasticsearch(ChildProcess process, int port, String password) {
    super(process, port);
    this.password = password;
  }

  public static EmbeddedElasticsearch start(Path home) {
    return start(home, FreePorts.free());
  }

  /** Starts a node with a small heap. */
  public static EmbeddedElasticsearch start(Path home, int port) {
    return start(home, port, DEFAULT_HEAP_MEGABYTES);
  }

  /**
   * Starts a node; returns when all its indexes can be read and written.
   *
   * @param home everything of it lives here; used again when it exists
   * @param heapMegabytes of its JVM
   * @throws ServerStartException when it does not answer
   */
  public static EmbeddedElasticsearch start(Path home, int port, int heapMegabytes) {
    return start(home, port, heapMegabytes, List.of());
  }

  /** Starts a node that is up soon and will not run for long: it never compiles for speed. */
  public static EmbeddedElasticsearch startForTests(Path home) {
    return start(
        home, FreePorts.free(), DEFAULT_HEAP_MEGABYTES, List.of("-XX:TieredStopAtLevel=1"));
  }

  private static EmbeddedElasticsearch start(
      Path home, int port, int heapMegabytes, List<String> flags) {
    Startup.checkPort("Elasticsearch", port);
    var folder = ServerFolder.open("Elasticsearch", home);
    var password = folder.password();
    var prepared = new ElasticsearchHome(folder.path());
    folder.access(() -> prepared.prepare(port));
    var process = folder.start(java(folder.path(), prepared.mainJar(), heapMegabytes, flags));
    var server = new EmbeddedElasticsearch(process, port, password);
    try (var http = HttpClient.newHttpClient()) {
      Startup.await(process, () -> server.isReady(http));
    }
    return server;
  }

  private static Program java(Path home, Path mainJar, int heapMegabytes, List<String> flags) {
    var lib = Distributions.jars("elasticsearch", "lib");
    return Program.of(
        new JavaCommand(heapMegabytes, lib + "/*" + File.pathSeparator + mainJar)
            .with(flags.toArray(String[]::new))
            .with("--add-modules", "jdk.incubator.vector")
            .with("--enable-native-access=ALL-UNNAMED")
            .with("-Djava.io.tmpdir=" + home.resolve("tmp"))
            .with("-Dlog4j2.disable.jmx=true", "-Des.distribution.type=tar")
            .with(ElasticsearchHome.MAIN, home.toString())
            .words());
  }

  /** Returns whether the node is yellow, which is enough: one node has no place for replicas. */
  private boolean isReady(HttpClient http) throws IOException, InterruptedException {
    var health = URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s");
    var request =
        HttpRequest.newBuilder(health)
            .timeout(Duration.ofSeconds(3))
            .header("Authorization", authorization())
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }

  /** Returns the address, for example {@code http://127.0.0.1:9200}. */
  public String url() {
    return "http://" + host() + ":" + port();
  }

  public String username() {
    return USER;
  }

  public String password() {
    return password;
  }

  /** Returns the header {@code Authorization} that each request needs. */
  public String authorization() {
    var login = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }
}
