package io.gazetteer.worker.index;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.model.Relation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A relation with its description (its JSON without the row estimate) and fingerprint. Equal
 * fingerprints mean that there is nothing to write.
 */
record DescribedRelation(String id, Relation relation, String description, String fingerprint) {
  /** Raise it when documents are built in another way, so that unchanged relations are written. */
  private static final byte DOCUMENT_FORMAT = 2;

  private static final Logger log = LoggerFactory.getLogger(DescribedRelation.class);
  private static final int FINGERPRINT_BYTES = 16;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          // Row estimates change all the time, and no one calls that a change.
          .addMixIn(Relation.class, WithoutRowEstimate.class)
          .build();

  private static final JsonMapper STORED =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  static DescribedRelation of(UUID dataSourceId, Relation relation) {
    String description = JSON.writeValueAsString(relation);
    return new DescribedRelation(
        DocumentIds.table(dataSourceId, relation.schema(), relation.name()),
        relation,
        description,
        fingerprint(description));
  }

  /** The relation of a description, without its row estimate; empty when it cannot be read. */
  static Optional<Relation> read(JsonNode description) {
    try {
      return Optional.of(description)
          .filter(JsonNode::isObject)
          .map(node -> JSON.treeToValue(node, Relation.class));
    } catch (JacksonException e) {
      log.warn("A description in the index cannot be read: {}", e.getOriginalMessage());
      return Optional.empty();
    }
  }

  /**
   * The relation of a table document, described anew by the present code.
   *
   * @throws RuntimeException when the document does not hold a whole description
   */
  static DescribedRelation ofStored(UUID dataSourceId, JsonNode document) {
    if (!(document.path("description").deepCopy() instanceof ObjectNode description)) {
      throw new IllegalArgumentException("It has no description");
    }
    description.set("row_estimate", document.get("row_estimate"));
    return of(dataSourceId, STORED.treeToValue(description, Relation.class));
  }

  /** The same, to be written again by the next crawl. */
  DescribedRelation withoutFingerprint() {
    return new DescribedRelation(id, relation, description, "");
  }

  private static String fingerprint(String description) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(DOCUMENT_FORMAT);
      byte[] hash = digest.digest(description.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, FINGERPRINT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @JsonIgnoreProperties("row_estimate")
  private interface WithoutRowEstimate {}
}
