package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.CpuTime;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.kafka.EmbeddedKafka;
import io.gazetteer.servers.process.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An API process and workers, with a Kafka of their own. */
public final class Deployment {
  private static final Duration START = Duration.ofMinutes(2);
  private static final int API_HEAP_MEGABYTES = 256;
  private static final String PASSWORD = "benchmark-password";

  private final Workspace workspace;
  private final String name;
  private final Map<String, String> environment = new HashMap<>();
  private final List<ChildProcess> workers = new ArrayList<>();
  private final List<WorkerHeap> heaps = new ArrayList<>();
  private final CpuTime cpu = new CpuTime();
  private final Api api;

  private Deployment(Workspace workspace, String name, int port) {
    this.workspace = workspace;
    this.name = name;
    this.api = new Api(port, PASSWORD, () -> workers.stream().allMatch(ChildProcess::isAlive));
  }

  /**
   * Starts the API; it is ready when this returns.
   *
   * @param name also of its catalog's database
   * @param workerSettings environment variables of its workers
   */
  public static Deployment start(
      Workspace workspace, Backend backend, String name, Map<String, String> workerSettings)
      throws IOException, InterruptedException {
    int port = FreePorts.free();
    var deployment = new Deployment(workspace, name, port);
    deployment.prepare(backend, workerSettings);
    var program = deployment.apiProgram("api");
    var process = workspace.keep(program.start(deployment.apiEnvironment(port)));
    await(process, deployment.api::isReady);
    deployment.cpu.add("API", process.handle());
    return deployment;
  }

  /** An API process beside the first one, which works on the same stores. */
  public record OtherApi(Api api, ChildProcess process) implements AutoCloseable {
    @Override
    public void close() {
      process.stop();
    }
  }

  /** Starts one API process more, which is told something else than the first. */
  public OtherApi addApi(String name, Map<String, String> settings)
      throws IOException, InterruptedException {
    int port = FreePorts.free();
    var environment = apiEnvironment(port);
    environment.putAll(settings);
    return ready(port, apiProgram(name).start(environment));
  }

  /** Starts one API process more, which sees a folder of classes before its own. */
  public OtherApi addApi(String name, Path classes, Map<String, String> settings)
      throws IOException, InterruptedException {
    int port = FreePorts.free();
    var environment = apiEnvironment(port);
    environment.putAll(settings);
    return ready(port, apiProgram(name).startWith(classes, environment));
  }

  private OtherApi ready(int port, ChildProcess process) throws IOException, InterruptedException {
    workspace.keep(process);
    var other = new Api(port, PASSWORD, process::isAlive);
    await(process, other::isReady);
    return new OtherApi(other, process);
  }

  private JavaProgram apiProgram(String folder) {
    return new JavaProgram("catalog-api", API_HEAP_MEGABYTES, workspace.path(name + "-" + folder));
  }

  private Map<String, String> apiEnvironment(int port) {
    var own = new HashMap<>(environment);
    own.put("GAZETTEER_PORT", Integer.toString(port));
    own.put("GAZETTEER_MANAGEMENT_PORT", Integer.toString(FreePorts.free()));
    own.put("GAZETTEER_ADMIN_PASSWORD", PASSWORD);
    return own;
  }

  private void prepare(Backend backend, Map<String, String> workerSettings) {
    backend.catalog().createDatabase(name);
    var kafka = workspace.keep(EmbeddedKafka.start(workspace.path(name + "-kafka")));
    cpu.add("Elasticsearch", backend.elasticsearch().process());
    cpu.add("catalog", backend.catalog().process());
    cpu.add("Kafka", kafka.process());
    environment.putAll(workerSettings);
    // Fresh crawls make the indexes anew, which a worker would take for a loss to be made good.
    environment.put("GAZETTEER_INDEX_WATCH_INTERVAL", "1h");
    environment.put("GAZETTEER_POSTGRES_URL", backend.catalog().jdbcUrl(name));
    environment.put("GAZETTEER_POSTGRES_USER", backend.catalog().username());
    environment.put("GAZETTEER_POSTGRES_PASSWORD", backend.catalog().password());
    environment.put("GAZETTEER_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    environment.put("GAZETTEER_ELASTICSEARCH_URL", backend.elasticsearch().url());
    environment.put("GAZETTEER_NETWORK_LOOPBACK", "true");
    environment.put("GAZETTEER_KEYSET_FILE", workspace.path(name + "-keyset.json").toString());
  }

  /** Starts one worker more; it is ready when this returns. */
  public void addWorker(int heapMegabytes) throws IOException, InterruptedException {
    int port = FreePorts.free();
    var folder = workspace.path(name + "-worker-" + port);
    var program = new JavaProgram("crawler-worker", heapMegabytes, folder);
    var own = new HashMap<>(environment);
    own.put("GAZETTEER_WORKER_MANAGEMENT_PORT", Integer.toString(port));
    var process = workspace.keep(program.start(own));
    await(process, () -> isUp(port));
    workers.add(process);
    cpu.add(workers.size() == 1 ? "worker" : "worker " + workers.size(), process.handle());
    heaps.add(new WorkerHeap(program.garbageLog()));
  }

  /** Stops all workers; their places may be taken by others. */
  void stopWorkers() {
    workers.forEach(ChildProcess::stop);
    workers.clear();
    heaps.clear();
  }

  public Api api() {
    return api;
  }

  /** The body of a login of the administrator. */
  public String credentials() {
    return "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}";
  }

  /** The processor time of everything that runs for it. */
  public CpuTime cpu() {
    return cpu;
  }

  /** The heap of the first API process. */
  WorkerHeap apiHeap() {
    return new WorkerHeap(apiProgram("api").garbageLog());
  }

  /** The heap of the first worker. */
  WorkerHeap heap() {
    return heaps.getFirst();
  }

  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private static void await(ChildProcess process, Condition condition)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!condition.holds()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(process.name() + " is not ready: " + process.logTail());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean isUp(int managementPort) throws InterruptedException {
    var health = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health");
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding());
      return answer.statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
