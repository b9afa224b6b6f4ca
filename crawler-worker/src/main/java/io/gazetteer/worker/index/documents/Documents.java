package io.gazetteer.worker.index.documents;

import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.TableWords;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.worker.index.bulk.BulkBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Builds the documents of relations; the fields are those of the index definitions in {@code
 * common}. Thread safe.
 */
public final class Documents {
  private final NameWords names = new NameWords();
  private final TypeNameFields types = new TypeNameFields();
  private final UUID dataSourceId;
  private final long epoch;
  private final Instant crawledAt;

  public Documents(UUID dataSourceId, long epoch, Instant crawledAt) {
    this.dataSourceId = dataSourceId;
    this.epoch = epoch;
    this.crawledAt = crawledAt;
  }

  /**
   * The columns that get a document. A partition's are those of its parent, which has them: they
   * would only push other hits away, a thousand times over.
   */
  public static List<Column> columnsOf(Relation relation) {
    return relation.kind() == RelationKind.PARTITION ? List.of() : relation.columns();
  }

  /** The ids of the documents of a relation's columns. */
  public static Set<String> columnIds(UUID dataSourceId, Relation relation) {
    return columnsOf(relation).stream()
        .map(
            column ->
                DocumentIds.column(dataSourceId, relation.schema(), relation.name(), column.name()))
        .collect(Collectors.toSet());
  }

  /** Adds the documents of all columns. */
  public void addColumns(DescribedRelation described, BulkBody body) {
    var relation = described.relation();
    var shared = new SharedFields(dataSourceId, epoch, described, names);
    for (Column column : columnsOf(relation)) {
      body.index(
          IndexAlias.COLUMNS,
          columnId(relation, column.name()),
          described.id(),
          json -> column(json, column, shared));
    }
  }

  /** Adds the deletion of columns the relation no longer has. */
  public void removeColumns(DescribedRelation described, Iterable<String> names, BulkBody body) {
    for (String name : names) {
      body.delete(IndexAlias.COLUMNS, columnId(described.relation(), name), described.id());
    }
  }

  /** Adds the relation's own document. */
  public void addTable(DescribedRelation described, BulkBody body) {
    body.index(IndexAlias.TABLES, described.id(), described.id(), json -> table(json, described));
  }

  private String columnId(Relation relation, String column) {
    return DocumentIds.column(dataSourceId, relation.schema(), relation.name(), column);
  }

  private void table(JsonGenerator json, DescribedRelation described) {
    var relation = described.relation();
    json.writeStringProperty("data_source_id", dataSourceId.toString());
    json.writeNumberProperty("epoch", epoch);
    json.writeStringProperty("schema", relation.schema());
    words(json, relation);
    json.writeNumberProperty("referenced_by", described.referencedBy());
    json.writeStringProperty("kind", relation.kind().jsonName());
    if (relation.rowEstimate() != null) {
      json.writeNumberProperty("row_estimate", relation.rowEstimate());
    }
    json.writeStringProperty("fingerprint", described.fingerprint());
    json.writeStringProperty("crawled_at", crawledAt.toString());
    json.writeNumberProperty("column_count", relation.columns().size());
    optional(json, "partition_of", relation.partitionOf());
    comment(json, relation.comment());
    json.writeName("description");
    json.writeRawValue(described.description());
  }

  private void words(JsonGenerator json, Relation relation) {
    var words = TableWords.of(relation, names::words);
    var schemaWords = names.words(relation.schema());
    name(json, relation.name());
    if (!words.name().isEmpty()) {
      json.writeStringProperty("name_words", words.name());
    }
    json.writeNumberProperty("name_word_count", words.nameCount());
    optional(json, "parent_words", words.parent());
    json.writeStringProperty("schema_words", schemaWords);
    json.writeStringProperty("column_words", words.columns());
    var vocabulary = words.vocabulary(schemaWords);
    if (!vocabulary.isEmpty()) {
      json.writeArrayPropertyStart("vocabulary");
      vocabulary.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private void column(JsonGenerator json, Column column, SharedFields shared) {
    var words = names.words(column.name());
    name(json, column.name());
    json.writeStringProperty("name_words", words);
    json.writeNumberProperty("name_word_count", TableWords.count(words));
    types.write(json, column);
    json.writeNumberProperty("position", column.position());
    json.writeStringProperty("data_type", column.dataType());
    json.writeStringProperty("type_family", column.typeFamily().jsonName());
    json.writeBooleanProperty("nullable", column.nullable());
    json.writeBooleanProperty("primary_key", column.primaryKey());
    json.writeBooleanProperty("foreign_key", shared.isForeignKey(column.name()));
    json.writeBooleanProperty("unique", shared.isUnique(column.name()));
    comment(json, column.comment());
    shared.write(json);
  }

  private void name(JsonGenerator json, String name) {
    json.writeStringProperty("name", name);
    json.writeStringProperty("name_folded", name.toLowerCase(Locale.ROOT));
  }

  private static void comment(JsonGenerator json, @Nullable String comment) {
    if (comment != null) {
      json.writeStringProperty("comment", comment);
      json.writeStringProperty("comment_words", IdentifierAnalyzer.standard().textWords(comment));
    }
  }

  private static void optional(JsonGenerator json, String field, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(field, value);
    }
  }
}
