package io.gazetteer.worker.testing.processes;

import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.ProcessSpec;
import io.gazetteer.worker.CrawlerWorkerApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A worker in a process of its own, which can be killed and paused for real. */
public final class WorkerProcess implements AutoCloseable {
  private static final AtomicInteger STARTED = new AtomicInteger();

  private final ChildProcess process;

  private WorkerProcess(ChildProcess process) {
    this.process = process;
  }

  /** Returns at once; the worker takes some seconds until it works. */
  static WorkerProcess start(Path home, Map<String, String> settings) {
    var name = "worker-" + STARTED.incrementAndGet();
    var spec =
        new ProcessSpec(
            name,
            command(),
            // Not on the command line, which everyone on the machine can read.
            Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings)),
            home,
            home.resolve(name + ".log"),
            home.resolve("run"),
            "KILL",
            Duration.ofSeconds(5));
    return new WorkerProcess(ChildProcess.start(spec));
  }

  private static List<String> command() {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(CrawlerWorkerApplication.class.getName());
    return words;
  }

  /** Ends it as a power cut would. */
  public void kill() {
    process.stop();
  }

  @Override
  public void close() {
    kill();
  }
}
