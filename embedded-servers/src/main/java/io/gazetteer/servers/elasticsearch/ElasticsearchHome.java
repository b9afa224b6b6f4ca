package io.gazetteer.servers.elasticsearch;

import io.gazetteer.servers.Distributions;
import io.gazetteer.servers.files.ClassJar;
import io.gazetteer.servers.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the home folder that the embedded node expects: settings, modules, our few classes. */
final class ElasticsearchHome {
  static final String MAIN = "io.gazetteer.servers.node.ElasticsearchNode";

  private static final String ROOT = "io.gazetteer.servers.node.root.";
  private static final String GUARD = "io.gazetteer.servers.node.guard.";
  private static final String VERSION = "9.5.2";

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

  private final Path home;

  ElasticsearchHome(Path home) {
    this.home = home;
  }

  /** Returns the jar that has our main class and nothing else. */
  Path mainJar() {
    return home.resolve("lib/node.jar");
  }

  void prepare(int port) throws IOException {
    for (String folder : new String[] {"config", "plugins", "data", "tmp", "lib"}) {
      Files.createDirectories(home.resolve(folder));
    }
    Files.writeString(home.resolve("config/elasticsearch.yml"), settings(port));
    Files.writeString(home.resolve("config/log4j2.properties"), LOGGING);
    new ClassJar(List.of(MAIN)).writeTo(mainJar());
    new FileTree(home.resolve("modules")).delete();
    addTransport();
    addRoot();
  }

  /** With little room left it stops writing, and goes on by itself when there is room again. */
  private String settings(int port) {
    return """
    cluster.name: gazetteer
    node.name: gazetteer
    path.data: '%s'
    network.host: 127.0.0.1
    http.port: %d
    network.server: false
    discovery.type: single-node
    action.auto_create_index: false
    cluster.routing.allocation.disk.watermark.low: 300mb
    cluster.routing.allocation.disk.watermark.high: 200mb
    cluster.routing.allocation.disk.watermark.flood_stage: 100mb
    cluster.info.update.interval: 10s
    """
        .formatted(home.resolve("data").toString().replace("'", "''"), port);
  }

  private void addTransport() throws IOException {
    var module = module("transport-netty4", GUARD + "GuardedNetworkPlugin");
    new ClassJar(
            List.of(
                GUARD + "Credentials",
                GUARD + "GuardedDispatcher",
                GUARD + "GuardedNetworkPlugin",
                GUARD + "PortlessTransport"))
        .writeTo(module.resolve("guard.jar"));
    try (var jars = Files.newDirectoryStream(Distributions.jars("elasticsearch", "transport"))) {
      for (Path jar : jars) {
        Files.copy(jar, module.resolve(jar.getFileName()));
      }
    }
  }

  private void addRoot() throws IOException {
    var module = module("root", ROOT + "RootPlugin");
    new ClassJar(List.of(ROOT + "RootPlugin", ROOT + "RootAction"))
        .writeTo(module.resolve("root.jar"));
  }

  private Path module(String name, String plugin) throws IOException {
    var module = Files.createDirectories(home.resolve("modules").resolve(name));
    Files.writeString(
        module.resolve("plugin-descriptor.properties"),
        """
        description=%1$s
        version=%3$s
        name=%1$s
        classname=%2$s
        java.version=21
        elasticsearch.version=%3$s
        extended.plugins=
        has.native.controller=false
        """
            .formatted(name, plugin, VERSION));
    return module;
  }
}
