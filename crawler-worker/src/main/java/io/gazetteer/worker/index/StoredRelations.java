package io.gazetteer.worker.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.index.IndexAlias;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the index says about relations now. Read by id and therefore in real time: a search would
 * not see what another attempt wrote a moment ago. Thread safe.
 */
@Component
final class StoredRelations {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Elasticsearch elasticsearch;

  StoredRelations(Elasticsearch elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /** The fingerprints by document id; relations that are not in the index are missing. */
  Map<String, String> fingerprints(String routing, Collection<String> ids) {
    var fingerprints = new HashMap<String, String>();
    for (JsonNode doc : get(routing, ids, "stored_fields", "fingerprint")) {
      if (doc.path("found").asBoolean()) {
        fingerprints.put(doc.path("_id").asString(), doc.at("/fields/fingerprint/0").asString(""));
      }
    }
    return fingerprints;
  }

  /** What the relations' documents say; relations that are not in the index are missing. */
  Map<String, StoredRelation> descriptions(String routing, Collection<String> ids) {
    var relations = new HashMap<String, StoredRelation>();
    for (JsonNode doc : get(routing, ids, "_source_includes", "description")) {
      var description = doc.at("/_source/description");
      if (description.isObject()) {
        var columns = new ArrayList<String>();
        description.path("columns").forEach(column -> columns.add(column.path("name").asString()));
        relations.put(
            doc.path("_id").asString(),
            new StoredRelation(
                description.path("schema").asString(),
                description.path("name").asString(),
                columns));
      }
    }
    return relations;
  }

  /** A relation as it stands in the index. */
  record StoredRelation(String schema, String name, List<String> columns) {
    Set<String> columnIds(UUID dataSourceId) {
      return columns.stream()
          .map(column -> DocumentIds.column(dataSourceId, schema, name, column))
          .collect(Collectors.toSet());
    }
  }

  /** The whole source of a document that is there. */
  ObjectNode source(String routing, String id) {
    return (ObjectNode) get(routing, List.of(id), "_source", "true").get(0).path("_source");
  }

  private JsonNode get(String routing, Collection<String> ids, String parameter, String value) {
    if (ids.isEmpty()) {
      return JsonNodeFactory.instance.arrayNode();
    }
    var body = JsonNodeFactory.instance.objectNode();
    var wanted = body.putArray("ids");
    ids.forEach(wanted::add);
    var request = new Request("POST", "/" + IndexAlias.TABLES.alias() + "/_mget");
    request.addParameter("routing", routing);
    request.addParameter(parameter, value);
    request.setEntity(
        new ByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
    return elasticsearch.call(request).path("docs");
  }
}
