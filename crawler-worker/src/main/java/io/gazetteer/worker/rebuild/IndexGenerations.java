package io.gazetteer.worker.rebuild;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexDefinition;
import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.IndexRefusedException;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.worker.index.IndexGeneration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes new indexes beside those in use, and puts them in their place. Every method throws {@link
 * IndexException} when Elasticsearch refuses or does not answer. Thread safe.
 */
public final class IndexGenerations {
  private final IndexServer server;
  private final InstantSource clock;
  private final int shards;
  private final int replicas;

  IndexGenerations(IndexServer server, InstantSource clock, int shards, int replicas) {
    this.server = server;
    this.clock = clock;
    this.shards = shards;
    this.replicas = replicas;
  }

  /** Makes empty indexes to load; nobody searches them yet, so nothing is refreshed. */
  public IndexGeneration create() {
    var generation = IndexGeneration.at(clock.instant());
    for (IndexAlias alias : IndexAlias.values()) {
      var body = IndexDefinition.load(alias).body(shards, 0, generation.loadingAlias(alias));
      ((ObjectNode) body.at("/settings/index")).put("refresh_interval", "-1");
      server.put("/" + generation.index(alias), body);
    }
    return generation;
  }

  /** Makes visible what was loaded, and gives the indexes the settings of their definition. */
  public void open(IndexGeneration generation) {
    for (IndexAlias alias : IndexAlias.values()) {
      var index = "/" + generation.index(alias);
      server.call(new Request("POST", index + "/_refresh"));
      var settings = JsonNodeFactory.instance.objectNode();
      settings
          .putObject("index")
          .put("number_of_replicas", replicas)
          .set("refresh_interval", IndexDefinition.load(alias).refreshInterval());
      server.put(index + "/_settings", settings);
    }
  }

  /** Returns the number of documents, as it was at {@link #open}. */
  public long count(IndexGeneration generation, IndexAlias alias) {
    return server
        .call(new Request("GET", "/" + generation.index(alias) + "/_count"))
        .path("count")
        .asLong();
  }

  /**
   * Points both aliases at the generation in one step, so that no reader notices. Each alias has
   * one write index, and Elasticsearch refuses a request that would give it a second one: that
   * makes this a compare-and-set.
   *
   * @param previous the indexes in use; refused, and nothing changed, when others are in use now
   */
  public void publish(IndexGeneration generation, Collection<SearchIndex> previous) {
    var body = JsonNodeFactory.instance.objectNode();
    var actions = body.putArray("actions");
    for (SearchIndex index : previous) {
      action(actions.addObject().putObject("remove"), index.name(), index.alias().alias());
    }
    for (IndexAlias alias : IndexAlias.values()) {
      var name = generation.index(alias);
      action(actions.addObject().putObject("add"), name, alias.alias()).put("is_write_index", true);
      action(actions.addObject().putObject("remove"), name, generation.loadingAlias(alias));
    }
    var answer = server.post("/_aliases", Map.of(), body);
    if (answer.path("errors").asBoolean(false)) {
      throw new IndexRefusedException("Not every alias could be moved: " + answer);
    }
  }

  private static ObjectNode action(ObjectNode action, String index, String alias) {
    return action.put("index", index).put("alias", alias);
  }

  public void delete(List<SearchIndex> indexes) {
    for (SearchIndex index : indexes) {
      server.call(new Request("DELETE", "/" + index.name()));
    }
  }
}
