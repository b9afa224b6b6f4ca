package io.gazetteer.servers.kafka;

import io.gazetteer.servers.ChildServer;
import io.gazetteer.servers.Distributions;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.JavaCommand;
import io.gazetteer.servers.Program;
import io.gazetteer.servers.ServerFolder;
import io.gazetteer.servers.ServerStartException;
import io.gazetteer.servers.Startup;
import io.gazetteer.servers.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs a Kafka broker: KRaft, one node, for those who have its password; its users create the
 * topics they need. Thread safe.
 */
public final class EmbeddedKafka extends ChildServer {
  private static final int HEAP_MEGABYTES = 256;

  private final KafkaSettings settings;

  private EmbeddedKafka(ChildProcess process, KafkaSettings settings) {
    super(process, settings.port());
    this.settings = settings;
  }

  public static EmbeddedKafka start(Path home) {
    return start(home, FreePorts.free());
  }

  /**
   * Starts a broker; returns when it can create topics.
   *
   * @param home everything of it lives here; used again when it exists
   * @throws ServerStartException when it does not answer
   */
  public static EmbeddedKafka start(Path home, int port) {
    Startup.checkPort("Kafka", port);
    var folder = ServerFolder.open("Kafka", home);
    folder.write("log4j2.yaml", KafkaSettings.LOGGING);
    folder.makeData(data -> format(folder, data, port));
    var settings = new KafkaSettings(folder.data(), port, FreePorts.free(), folder.password());
    var properties = folder.writeSecret("server.properties", settings.text());
    var process = folder.start(java(folder, "kafka.Kafka", properties.toString()));
    var probe = new KafkaProbe(port, KafkaSettings.USER, settings.password());
    Startup.await(process, probe::findsBroker);
    return new EmbeddedKafka(process, settings);
  }

  private static void format(ServerFolder folder, Path data, int port) throws IOException {
    var settings = new KafkaSettings(data, port, FreePorts.free(), folder.password());
    var properties = folder.writeSecret("format.properties", settings.text());
    folder.runToEnd(
        java(
            folder,
            "kafka.tools.StorageTool",
            "format",
            "--cluster-id",
            KafkaSettings.newClusterId(),
            "--config",
            properties.toString()));
    Files.delete(properties);
  }

  private static Program java(ServerFolder folder, String... mainClass) {
    return Program.of(
        new JavaCommand(HEAP_MEGABYTES, Distributions.jars("kafka", "lib") + "/*")
            // Small messages ask for little; a broker that is up sooner is worth more.
            .with("-XX:TieredStopAtLevel=1")
            .with("-Dlog4j2.configurationFile=" + folder.file("log4j2.yaml"))
            .with(mainClass)
            .words());
  }

  public String bootstrapServers() {
    return host() + ":" + port();
  }

  public String username() {
    return KafkaSettings.USER;
  }

  public String password() {
    return settings.password();
  }

  /** Returns what a client needs beside the address, with the names of Kafka's own settings. */
  public Map<String, String> login() {
    return settings.clientLogin();
  }
}
