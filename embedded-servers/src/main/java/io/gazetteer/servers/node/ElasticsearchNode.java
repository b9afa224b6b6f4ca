package io.gazetteer.servers.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Is the main class of the Elasticsearch process: it starts one node with the settings of its home
 * folder, on a class path that holds the server's jars and nothing of ours but this package.
 */
public final class ElasticsearchNode {
  private ElasticsearchNode() {}

  public static void main(String[] arguments) throws Exception {
    LogConfigurator.configureESLogging();
    var home = Path.of(arguments[0]);
    var settings = Settings.builder().put("path.home", home).build();
    var environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), home.resolve("config"), () -> "gazetteer");
    var plugins =
        PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(home.resolve("modules"), false),
            PluginsLoader.loadPluginsBundles(home.resolve("plugins"), false),
            Map.of(),
            false);
    var node = new Node(environment, plugins);
    var ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
    node.start();
    ended.await();
  }

  private static void close(Node node) {
    try {
      node.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
