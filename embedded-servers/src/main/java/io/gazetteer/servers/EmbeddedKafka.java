package io.gazetteer.servers;

import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.ProcessSpec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A Kafka broker: KRaft, one node, topics are created by who needs them. */
public final class EmbeddedKafka implements EmbeddedServer {
  private static final int HEAP_MEGABYTES = 256;

  private final ChildProcess process;
  private final int port;

  private EmbeddedKafka(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public static EmbeddedKafka start(Path home) {
    return start(home, Ports.free());
  }

  /**
   * Starts a broker.
   *
   * @param home everything of it lives here; used again when it exists
   */
  public static EmbeddedKafka start(Path home, int port) {
    Startup.checkPort("Kafka", port);
    try {
      var properties = configure(Files.createDirectories(home), port);
      var process =
          ChildProcess.start(
              spec("kafka", home, java(home).with("kafka.Kafka", properties.toString())));
      Startup.await(process, () -> listens(port));
      return new EmbeddedKafka(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path configure(Path home, int port) throws IOException {
    var data = home.resolve("data");
    var properties = home.resolve("server.properties");
    Files.writeString(properties, KafkaSettings.broker(data, port, Ports.free()));
    Files.writeString(home.resolve("log4j2.yaml"), KafkaSettings.LOGGING);
    if (Files.notExists(data.resolve("meta.properties"))) {
      format(home, properties);
    }
    return properties;
  }

  private static void format(Path home, Path properties) {
    var command =
        java(home)
            .with("kafka.tools.StorageTool", "format", "-t", KafkaSettings.newClusterId())
            .with("-c", properties.toString());
    var format = ChildProcess.start(spec("kafka-format", home, command));
    format.handle().onExit().join();
    format.stop();
    if (Files.notExists(home.resolve("data/meta.properties"))) {
      throw new ServerStartException(
          "Kafka cannot format its data folder. The end of its log:\n" + format.logTail());
    }
  }

  private static JavaCommand java(Path home) {
    return new JavaCommand(HEAP_MEGABYTES, Distributions.jars("kafka", "lib") + "/*")
        .with("-Dlog4j2.configurationFile=" + home.resolve("log4j2.yaml"));
  }

  private static ProcessSpec spec(String name, Path home, JavaCommand command) {
    return new ProcessSpec(
        name,
        command.words(),
        Map.of(),
        home,
        home.resolve("log/" + name + ".log"),
        home.resolve("run"),
        "TERM",
        Duration.ofSeconds(10));
  }

  private static boolean listens(int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      socket.setSoTimeout(2_000);
      // ApiVersions, version 0: an answer means that the broker is past its start-up.
      var client = "gazetteer".getBytes(StandardCharsets.UTF_8);
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(10 + client.length);
      out.writeShort(18);
      out.writeShort(0);
      out.writeInt(1);
      out.writeShort(client.length);
      out.write(client);
      out.flush();
      return new DataInputStream(socket.getInputStream()).readInt() > 0;
    }
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  @Override
  public String name() {
    return "Kafka";
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
