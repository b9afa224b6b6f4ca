package io.gazetteer.common.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Defines an index by the settings and mappings of a JSON file, which also carries its version. A
 * change of the file that changes what is indexed needs a new version.
 */
public record IndexDefinition(IndexAlias alias, int version, ObjectNode body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads the definition of the index behind an alias. */
  public static IndexDefinition load(IndexAlias alias) {
    try (var in = IndexDefinition.class.getResourceAsStream(alias.definitionResource())) {
      if (in == null) {
        throw new IllegalStateException("No definition " + alias.definitionResource());
      }
      var body = (ObjectNode) JSON.readTree(in);
      return new IndexDefinition(alias, body.at("/mappings/_meta/version").asInt(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the name of the index behind the alias, for example {@code gazetteer-tables-v1}. */
  public String indexName() {
    return alias.alias() + "-v" + version;
  }

  /** Returns the body that creates the index together with an alias that can be written to. */
  public ObjectNode body(int shards, int replicas, String aliasName) {
    var request = body.deepCopy();
    var index = (ObjectNode) request.at("/settings/index");
    index.put("number_of_shards", shards).put("number_of_replicas", replicas);
    request.putObject("aliases").putObject(aliasName).put("is_write_index", true);
    return request;
  }

  /** A change may wait this long until searches see it, as Elasticsearch writes it. */
  public JsonNode refreshInterval() {
    return body.at("/settings/index/refresh_interval");
  }
}
