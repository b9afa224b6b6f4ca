package io.gazetteer.benchmarks.crawl;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The two search indexes as Gazetteer made them, and a second set of the same definition. */
final class Indexes {
  static final List<String> ALIASES = List.of("gazetteer-columns", "gazetteer-tables");

  private final DirectIndex server;
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  private Indexes(DirectIndex server) {
    this.server = server;
  }

  /** Reads the definitions of the indexes, which have been made. */
  static Indexes read(DirectIndex server) throws IOException, InterruptedException {
    var indexes = new Indexes(server);
    for (var alias : ALIASES) {
      for (var index : server.get("/" + alias).properties()) {
        indexes.definitions.put(index.getKey(), definition(index.getValue()));
      }
    }
    return indexes;
  }

  private static ObjectNode definition(JsonNode index) {
    var definition = JsonMapper.shared().createObjectNode();
    definition.set("aliases", index.path("aliases"));
    definition.set("mappings", index.path("mappings"));
    var settings = (ObjectNode) index.at("/settings/index").deepCopy();
    settings.remove(List.of("uuid", "version", "creation_date", "provided_name", "routing"));
    definition.putObject("settings").set("index", settings);
    return definition;
  }

  /** Empties the search indexes by making them anew: nothing old is left to slow a round down. */
  void renew() throws IOException, InterruptedException {
    for (var index : definitions.entrySet()) {
      server.delete("/" + index.getKey());
      server.put("/" + index.getKey(), index.getValue());
    }
  }

  /** Makes the second set of indexes, empty. */
  void createReplay() throws IOException, InterruptedException {
    for (var definition : definitions.values()) {
      var alias = definition.path("aliases").propertyNames().iterator().next();
      var copy = definition.deepCopy();
      copy.remove("aliases");
      server.put("/" + replayOf(alias), copy);
    }
  }

  void deleteReplay() throws IOException, InterruptedException {
    for (var alias : ALIASES) {
      server.delete("/" + replayOf(alias));
    }
  }

  /** The index of the second set that stands for an alias. */
  static String replayOf(String alias) {
    return "replay-" + alias;
  }
}
