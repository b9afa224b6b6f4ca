package io.gazetteer.worker.index.stored;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.index.documents.DescribedRelation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what the index says about relations now. Read by id and therefore in real time: a search
 * would not see what another attempt wrote a moment ago. Thread safe.
 */
@Component
public final class StoredRelations {

  private static final String STAMP =
      String.join(",", Fields.FINGERPRINT, Fields.ROW_ESTIMATE, Fields.REFERENCED_BY);

  private final IndexServer server;

  StoredRelations(IndexServer server) {
    this.server = server;
  }

  /** Tells whether a relation's document has to be written. */
  public record Stamp(String fingerprint, @Nullable Long rowEstimate, int referencedBy) {}

  /** Returns the stamps by document id; relations that are not in the index are missing. */
  public Map<String, Stamp> stamps(String routing, Collection<String> ids) {
    var stamps = new HashMap<String, Stamp>();
    for (JsonNode doc : get(routing, ids, "stored_fields", STAMP)) {
      if (doc.path("found").asBoolean()) {
        var fields = doc.path("fields");
        var rows = fields.path(Fields.ROW_ESTIMATE).path(0);
        stamps.put(
            doc.path("_id").asString(),
            new Stamp(
                fields.path(Fields.FINGERPRINT).path(0).asString(""),
                rows.isNumber() ? rows.asLong() : null,
                fields.path(Fields.REFERENCED_BY).path(0).asInt(0)));
      }
    }
    return stamps;
  }

  /**
   * Returns the relations as their documents describe them; those that are not in the index, or
   * that cannot be read there, are missing.
   */
  public Map<String, Relation> relations(String routing, Collection<String> ids) {
    var relations = new HashMap<String, Relation>();
    for (JsonNode doc : get(routing, ids, "_source_includes", Fields.DESCRIPTION)) {
      DescribedRelation.read(doc.path("_source").path(Fields.DESCRIPTION))
          .ifPresent(relation -> relations.put(doc.path("_id").asString(), relation));
    }
    return relations;
  }

  /** Returns the whole source of a document that is there. */
  public ObjectNode source(String routing, String id) {
    return (ObjectNode) get(routing, List.of(id), "_source", "true").get(0).path("_source");
  }

  private JsonNode get(String routing, Collection<String> ids, String parameter, String value) {
    if (ids.isEmpty()) {
      return JsonNodeFactory.instance.arrayNode();
    }
    var body = JsonNodeFactory.instance.objectNode();
    var wanted = body.putArray("ids");
    ids.forEach(wanted::add);
    // Without an index there are none; the next writer makes a new one.
    return server
        .tryPost(
            "/" + IndexAlias.TABLES.alias() + "/_mget",
            Map.of("routing", routing, parameter, value),
            body)
        .map(answer -> answer.path("docs"))
        .orElseGet(JsonNodeFactory.instance::arrayNode);
  }
}
