package io.gazetteer.common.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.gazetteer.common.index.SearchIndex.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes sure that the search indexes exist. Thread safe, and safe between processes. */
public final class SearchIndexes {
  private final IndexServer server;
  private final int shards;
  private final int replicas;

  SearchIndexes(IndexServer server, int shards, int replicas) {
    this.server = server;
    this.shards = shards;
    this.replicas = replicas;
  }

  /** Returns the version of this program's definitions; both carry the same one. */
  public static int definitionVersion() {
    return IndexDefinition.load(IndexAlias.TABLES).version();
  }

  /**
   * Creates each index whose alias is not there; one that another process just made is fine. Its
   * name is always the same, so that two processes cannot make one each.
   */
  public void ensure() {
    for (IndexAlias alias : IndexAlias.values()) {
      if (!exists(alias)) {
        create(IndexDefinition.load(alias));
      }
    }
  }

  /** Returns the indexes that the aliases point at; one is missing when its alias is. */
  public List<SearchIndex> inUse() {
    return all().stream().filter(SearchIndex::inUse).toList();
  }

  /** Returns what can be done with both indexes; empty when one is missing. */
  public Optional<State> state() {
    var inUse = inUse();
    var there = inUse.stream().map(SearchIndex::alias).collect(Collectors.toSet());
    return there.containsAll(List.of(IndexAlias.values()))
        ? inUse.stream().map(SearchIndex::state).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** Returns the same, asked by requests that wait this long for an answer, and no longer. */
  public SearchIndexes within(Duration time) {
    return new SearchIndexes(server.within(time), shards, replicas);
  }

  /** Opens an index that was closed. */
  public void open(SearchIndex index) {
    server.call(new Request("POST", "/" + index.name() + "/_open"));
  }

  /** Returns all indexes that are ours by their alias or by their name, those out of use, too. */
  public List<SearchIndex> all() {
    var pattern =
        Arrays.stream(IndexAlias.values())
            .map(alias -> alias.alias() + "*")
            .collect(Collectors.joining(","));
    var request = new Request("GET", "/" + pattern);
    // One that is closed is there: it must not be made a second time.
    request.addParameter("expand_wildcards", "open,closed");
    request.addParameter(
        "filter_path",
        "*.aliases,*.mappings._meta,*.settings.index.uuid,*.settings.index.creation_date,"
            + "*.settings.index.blocks,*.settings.index.verified_before_close");
    return server.call(request).properties().stream().flatMap(SearchIndexes::read).toList();
  }

  private static Stream<SearchIndex> read(Map.Entry<String, JsonNode> entry) {
    var name = entry.getKey();
    var aliases = entry.getValue().path("aliases");
    return Arrays.stream(IndexAlias.values())
        .filter(alias -> aliases.has(alias.alias()) || name.startsWith(alias.alias() + "-"))
        .map(alias -> index(alias, name, entry.getValue()));
  }

  private static SearchIndex index(IndexAlias alias, String name, JsonNode index) {
    return new SearchIndex(
        alias,
        name,
        index.at("/settings/index/uuid").asString(),
        index.at("/mappings/_meta/version").asInt(0),
        Instant.ofEpochMilli(Long.parseLong(index.at("/settings/index/creation_date").asString())),
        index.path("aliases").has(alias.alias()),
        SearchIndex.State.of(index.path("settings")));
  }

  private boolean exists(IndexAlias alias) {
    return inUse().stream().anyMatch(index -> index.alias() == alias);
  }

  private void create(IndexDefinition definition) {
    try {
      server.put(
          "/" + definition.indexName(),
          definition.body(shards, replicas, definition.alias().alias()));
    } catch (IndexRefusedException e) {
      if (!exists(definition.alias())) {
        throw e;
      }
    }
  }
}
