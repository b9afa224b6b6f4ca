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
            command(settings),
            Map.of(),
            home,
            home.resolve(name + ".log"),
            home.resolve("run"),
            "KILL",
            Duration.ofSeconds(5));
    return new WorkerProcess(ChildProcess.start(spec));
  }

  private static List<String> command(Map<String, String> settings) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(CrawlerWorkerApplication.class.getName());
    settings.forEach((name, value) -> words.add("--" + name + "=" + value));
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
