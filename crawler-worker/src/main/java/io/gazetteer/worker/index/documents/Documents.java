package io.gazetteer.worker.index.documents;

import io.gazetteer.common.index.CommentedAbbreviations;
import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.FoldKeys;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.TableStems;
import io.gazetteer.common.index.TableWords;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.worker.index.bulk.BulkBody;
import java.time.Instant;
import java.util.Collection;
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
   * Returns the columns that get a document. A partition's are those of its parent, which has them:
   * they would only push other hits away, a thousand times over. The same holds for a partition
   * that is partitioned itself.
   */
  public static List<Column> columnsOf(Relation relation) {
    return relation.partitionOf() != null ? List.of() : relation.columns();
  }

  /** Returns the ids of the documents of a relation's columns. */
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
    json.writeStringProperty(Fields.DATA_SOURCE_ID, dataSourceId.toString());
    json.writeNumberProperty(Fields.EPOCH, epoch);
    json.writeStringProperty(Fields.SCHEMA, relation.schema());
    json.writeNumberProperty(Fields.FOLD, FoldKeys.of(dataSourceId, relation));
    words(json, relation);
    json.writeNumberProperty(Fields.REFERENCED_BY, described.referencedBy());
    json.writeStringProperty(Fields.KIND, relation.kind().jsonName());
    if (relation.rowEstimate() != null) {
      json.writeNumberProperty(Fields.ROW_ESTIMATE, relation.rowEstimate());
    }
    json.writeStringProperty(Fields.FINGERPRINT, described.fingerprint());
    json.writeStringProperty(Fields.CRAWLED_AT, crawledAt.toString());
    json.writeNumberProperty(Fields.COLUMN_COUNT, relation.columns().size());
    optional(json, Fields.PARTITION_OF, relation.partitionOf());
    if (relation.hasChildren()) {
      json.writeBooleanProperty(Fields.HAS_CHILDREN, true);
    }
    comment(json, relation.comment());
    json.writeName(Fields.DESCRIPTION);
    json.writeRawValue(described.description());
  }

  private void words(JsonGenerator json, Relation relation) {
    var words = TableWords.of(relation, names::words);
    var schemaWords = names.words(relation.schema());
    name(json, relation.name());
    if (!words.name().isEmpty()) {
      json.writeStringProperty(Fields.NAME_WORDS, words.name());
    }
    json.writeNumberProperty(Fields.NAME_WORD_COUNT, words.nameCount());
    optional(json, Fields.PARENT_WORDS, words.parent());
    json.writeStringProperty(Fields.SCHEMA_WORDS, schemaWords);
    json.writeStringProperty(Fields.COLUMN_WORDS, words.columns());
    var stems = TableStems.of(relation, names::stems);
    if (!stems.isEmpty()) {
      json.writeStringProperty(Fields.STEMS, stems);
    }
    array(json, Fields.REFERENCES, TableStems.references(relation));
    array(json, Fields.VOCABULARY, words.vocabulary(schemaWords));
    array(json, Fields.ABBREVIATIONS, CommentedAbbreviations.of(relation, names::words));
  }

  private static void array(JsonGenerator json, String field, Collection<String> values) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(field);
      values.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private void column(JsonGenerator json, Column column, SharedFields shared) {
    var words = names.words(column.name());
    name(json, column.name());
    json.writeStringProperty(Fields.NAME_WORDS, words);
    json.writeNumberProperty(Fields.NAME_WORD_COUNT, TableWords.count(words));
    types.write(json, column);
    json.writeNumberProperty(Fields.POSITION, column.position());
    json.writeStringProperty(Fields.DATA_TYPE, column.dataType());
    json.writeStringProperty(Fields.TYPE_FAMILY, column.typeFamily().jsonName());
    json.writeBooleanProperty(Fields.NULLABLE, column.nullable());
    json.writeBooleanProperty(Fields.PRIMARY_KEY, column.primaryKey());
    json.writeBooleanProperty(Fields.FOREIGN_KEY, shared.isForeignKey(column.name()));
    json.writeBooleanProperty(Fields.UNIQUE, shared.isUnique(column.name()));
    json.writeNumberProperty(Fields.FOLD, shared.foldKey(column.name()));
    comment(json, column.comment());
    shared.write(json);
  }

  private void name(JsonGenerator json, String name) {
    json.writeStringProperty(Fields.NAME, name);
    json.writeStringProperty(Fields.NAME_FOLDED, name.toLowerCase(Locale.ROOT));
  }

  private static void comment(JsonGenerator json, @Nullable String comment) {
    if (comment != null) {
      json.writeStringProperty(Fields.COMMENT, comment);
      json.writeStringProperty(
          Fields.COMMENT_WORDS, IdentifierAnalyzer.standard().textWords(comment));
    }
  }

  private static void optional(JsonGenerator json, String field, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(field, value);
    }
  }
}
