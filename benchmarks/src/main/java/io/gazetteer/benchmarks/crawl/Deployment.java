package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.CpuTime;
import io.gazetteer.benchmarks.frame.Options;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An API process and workers, with a Kafka of their own. */
public final class Deployment {
  private static final Duration START = Duration.ofMinutes(2);
  private static final int API_HEAP_MEGABYTES = 256;
  private static final int AS_THE_WORKER_HAS_IT = 0;

  private final Workspace workspace;
  private final Backend backend;
  private final String name;
  private final Map<String, String> environment = new HashMap<>();
  private final List<ChildProcess> workers = new ArrayList<>();
  private final List<Heap> heaps = new ArrayList<>();
  private final CpuTime cpu = new CpuTime();
  private final Api api;

  private Deployment(Workspace workspace, Backend backend, String name, int port) {
    this.workspace = workspace;
    this.backend = backend;
    this.name = name;
    this.api = new Api(port, () -> workers.stream().allMatch(ChildProcess::isAlive));
  }

  /** Starts everything with one worker, whose heap and batches the command line may change. */
  public static Deployment ofOneWorker(Workspace workspace)
      throws IOException, InterruptedException {
    var deployment = start(workspace, Backend.start(workspace), "gazetteer", Map.of());
    deployment.addWorker(workerHeap());
    return deployment;
  }

  /** The megabytes that a worker's heap may have, when nothing else is measured. */
  static int workerHeap() {
    return Options.number("workerHeap", 256);
  }

  /**
   * Starts the API; it is ready when this returns.
   *
   * @param name also of its catalog's database
   * @param workerSettings environment variables of its workers
   */
  static Deployment start(
      Workspace workspace, Backend backend, String name, Map<String, String> workerSettings)
      throws IOException, InterruptedException {
    int port = FreePorts.free();
    var deployment = new Deployment(workspace, backend, name, port);
    deployment.prepare(workerSettings);
    var own = deployment.apiEnvironment(port);
    var process = workspace.keep(deployment.apiProgram("api").start(own, Optional.empty()));
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

  /** Starts one API process more with other settings, perhaps with classes before its own. */
  public OtherApi addApi(String folder, Optional<Path> classes, Map<String, String> settings)
      throws IOException, InterruptedException {
    int port = FreePorts.free();
    var own = apiEnvironment(port);
    own.putAll(settings);
    var process = workspace.keep(apiProgram(folder).start(own, classes));
    var other = new Api(port, process::isAlive);
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
    own.put("GAZETTEER_ADMIN_PASSWORD", Api.PASSWORD);
    return own;
  }

  private void prepare(Map<String, String> workerSettings) {
    backend.catalog().createDatabase(name);
    var kafka = workspace.keep(EmbeddedKafka.start(workspace.path(name + "-kafka")));
    cpu.add("Elasticsearch", backend.elasticsearch().process());
    cpu.add("catalog", backend.catalog().process());
    cpu.add("Kafka", kafka.process());
    int batch = Options.number("batchColumns", AS_THE_WORKER_HAS_IT);
    if (batch != AS_THE_WORKER_HAS_IT) {
      environment.put("GAZETTEER_CRAWL_BATCH_COLUMNS", Integer.toString(batch));
    }
    environment.putAll(workerSettings);
    // Fresh crawls make the indexes anew, which a worker would take for a loss to be made good.
    environment.put("GAZETTEER_INDEX_WATCH_INTERVAL", "1h");
    environment.put("GAZETTEER_POSTGRES_URL", backend.catalog().jdbcUrl(name));
    environment.put("GAZETTEER_POSTGRES_USER", backend.catalog().username());
    environment.put("GAZETTEER_POSTGRES_PASSWORD", backend.catalog().password());
    environment.put("GAZETTEER_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    environment.put("GAZETTEER_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
    environment.put("GAZETTEER_KAFKA_USER", kafka.username());
    environment.put("GAZETTEER_KAFKA_PASSWORD", kafka.password());
    environment.put("GAZETTEER_ELASTICSEARCH_URL", backend.elasticsearch().url());
    environment.put("GAZETTEER_ELASTICSEARCH_USER", backend.elasticsearch().username());
    environment.put("GAZETTEER_ELASTICSEARCH_PASSWORD", backend.elasticsearch().password());
    environment.put("GAZETTEER_NETWORK_LOOPBACK", "true");
    environment.put("GAZETTEER_KEYSET_FILE", workspace.path(name + "-keyset.json").toString());
  }

  /** Starts one worker more; it is ready when this returns. */
  void addWorker(int heapMegabytes) throws IOException, InterruptedException {
    int port = FreePorts.free();
    var folder = workspace.path(name + "-worker-" + port);
    var program = new JavaProgram("crawler-worker", heapMegabytes, folder);
    var own = new HashMap<>(environment);
    own.put("GAZETTEER_WORKER_MANAGEMENT_PORT", Integer.toString(port));
    var process = workspace.keep(program.start(own, Optional.empty()));
    await(process, () -> isUp(port));
    workers.add(process);
    cpu.add(workers.size() == 1 ? "worker" : "worker " + workers.size(), process.handle());
    heaps.add(program.heap());
  }

  /** Stops all workers; their places may be taken by others. */
  public void stopWorkers() {
    workers.forEach(ChildProcess::stop);
    workers.clear();
    heaps.clear();
  }

  public Api api() {
    return api;
  }

  /** The Elasticsearch that it writes to. */
  public DirectIndex index() {
    return new DirectIndex(backend.elasticsearch().port(), backend.elasticsearch().authorization());
  }

  /** The password of the administrator. */
  public String password() {
    return Api.PASSWORD;
  }

  /** The body of a login of the administrator. */
  public String credentials() {
    return "{\"username\":\"admin\",\"password\":\"" + Api.PASSWORD + "\"}";
  }

  /** The processor time of everything that runs for it. */
  public CpuTime cpu() {
    return cpu;
  }

  /** The heap of the first API process. */
  Heap apiHeap() {
    return apiProgram("api").heap();
  }

  /** The heap of the first worker. */
  Heap heap() {
    return heaps.getFirst();
  }

  private static void await(ChildProcess process, BooleanSupplier condition)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(process.name() + " is not ready: " + process.logTail());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean isUp(int managementPort) {
    var health = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health");
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding());
      return answer.statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
