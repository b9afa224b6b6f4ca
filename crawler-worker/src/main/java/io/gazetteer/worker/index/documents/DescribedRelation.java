package io.gazetteer.worker.index.documents;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.relation.Relation;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds a relation with its fingerprint. Equal fingerprints mean that there is nothing to write.
 *
 * @param referencedBy how many foreign keys of other relations point at it
 * @param size a measure of its documents, in bytes of what is to be said about it
 */
public record DescribedRelation(
    String id, Relation relation, int referencedBy, String fingerprint, int size) {
  private static final Logger log = LoggerFactory.getLogger(DescribedRelation.class);
  private static final JsonMapper JSON =
      DescriptionJson.builder()
          // Row estimates change all the time, and no one calls that a change.
          .addMixIn(Relation.class, WithoutRowEstimate.class)
          .build();

  private static final JsonMapper STORED = DescriptionJson.builder().build();

  public static DescribedRelation of(UUID dataSourceId, Relation relation, int referencedBy) {
    var fingerprint = Fingerprint.of(relation);
    return new DescribedRelation(
        DocumentIds.table(dataSourceId, relation.schema(), relation.name()),
        relation,
        referencedBy,
        fingerprint.text(),
        fingerprint.size());
  }

  /** Returns the JSON of the relation without its row estimate, made again with each call. */
  String description() {
    return JSON.writeValueAsString(relation);
  }

  /**
   * Reads the relation of a description, without its row estimate; empty when it cannot be read.
   */
  public static Optional<Relation> read(JsonNode description) {
    try {
      return Optional.of(description)
          .filter(JsonNode::isObject)
          .map(node -> JSON.treeToValue(DescriptionJson.upToDate(node), Relation.class));
    } catch (JacksonException e) {
      log.warn("A description in the index cannot be read: {}", e.getOriginalMessage());
      return Optional.empty();
    }
  }

  /**
   * Reads the relation of a table document, and describes it by the present code.
   *
   * @throws RuntimeException when the document does not hold a whole description
   */
  public static DescribedRelation ofStored(UUID dataSourceId, JsonNode document) {
    if (!(document.path(Fields.DESCRIPTION).deepCopy() instanceof ObjectNode description)) {
      throw new IllegalArgumentException("It has no description");
    }
    description.set("row_estimate", document.get(Fields.ROW_ESTIMATE));
    return of(
        dataSourceId,
        STORED.treeToValue(DescriptionJson.upToDate(description), Relation.class),
        document.path(Fields.REFERENCED_BY).asInt(0));
  }

  /** Returns the same with the facts that the crawl could not see, and the crawl's fingerprint. */
  public DescribedRelation filledFrom(@Nullable Relation before) {
    return before == null || relation.unknown().isEmpty()
        ? this
        : new DescribedRelation(
            id, LastKnown.fill(before, relation), referencedBy, fingerprint, size);
  }

  /** Returns the same relation, to be written again by the next crawl. */
  public DescribedRelation withoutFingerprint() {
    return new DescribedRelation(id, relation, referencedBy, "", size);
  }

  @JsonIgnoreProperties("row_estimate")
  private interface WithoutRowEstimate {}
}
