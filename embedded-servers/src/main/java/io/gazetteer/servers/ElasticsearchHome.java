package io.gazetteer.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The home folder of the embedded node: its settings, and its HTTP module as it expects it. */
final class ElasticsearchHome {
  private static final String VERSION = "9.5.2";

  private static final String DESCRIPTOR =
      """
      description=HTTP and transport by Netty
      version=%1$s
      name=transport-netty4
      classname=org.elasticsearch.transport.netty4.Netty4Plugin
      java.version=21
      elasticsearch.version=%1$s
      extended.plugins=
      has.native.controller=false
      """
          .formatted(VERSION);

  private static final String LOGGING =
      """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{HH:mm:ss.SSS} %-5p %c{1}: %m%n
      rootLogger.level = warn
      rootLogger.appenderRef.console.ref = console
      """;

  private ElasticsearchHome() {}

  static void prepare(Path home, int port) throws IOException {
    for (String folder : new String[] {"config", "plugins", "data", "tmp"}) {
      Files.createDirectories(home.resolve(folder));
    }
    Files.writeString(home.resolve("config/elasticsearch.yml"), settings(home, port));
    Files.writeString(home.resolve("config/log4j2.properties"), LOGGING);
    linkTransport(home.resolve("modules/transport-netty4"));
  }

  private static String settings(Path home, int port) {
    return """
        cluster.name: gazetteer
        node.name: gazetteer
        path.data: %s
        network.host: 127.0.0.1
        http.port: %d
        transport.port: %d
        discovery.type: single-node
        action.auto_create_index: false
        cluster.routing.allocation.disk.threshold_enabled: false
        """
        .formatted(home.resolve("data"), port, Ports.free());
  }

  private static void linkTransport(Path module) throws IOException {
    Files.createDirectories(module);
    try (var stale = Files.newDirectoryStream(module)) {
      for (Path file : stale) {
        Files.delete(file);
      }
    }
    try (var jars = Files.newDirectoryStream(Distributions.jars("elasticsearch", "transport"))) {
      for (Path jar : jars) {
        Files.copy(jar, module.resolve(jar.getFileName()));
      }
    }
    Files.writeString(module.resolve("plugin-descriptor.properties"), DESCRIPTOR);
  }
}
