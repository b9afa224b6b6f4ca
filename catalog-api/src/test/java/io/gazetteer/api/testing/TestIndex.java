package io.gazetteer.api.testing;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.common.index.CommentedAbbreviations;
import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.index.FoldKeys;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.TableStems;
import io.gazetteer.common.index.TableWords;
import io.gazetteer.common.index.TypeNames;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Stems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes documents into the index as a crawl would. */
public final class TestIndex {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final Rest5Client client;
  private final FinishedCrawlListener searches;

  public TestIndex(TestApi api) {
    this.client = api.bean(Rest5Client.class);
    this.searches = api.bean("sharedPointsInTime", FinishedCrawlListener.class);
  }

  /** Writes the relations and their columns; they are to be found when this returns. */
  public void write(UUID dataSourceId, List<Relation> relations) {
    var body = new StringBuilder();
    for (Relation relation : relations) {
      var id = DocumentIds.table(dataSourceId, relation.schema(), relation.name());
      append(body, IndexAlias.TABLES, id, dataSourceId, table(dataSourceId, relation, relations));
      for (Column column : columnsOf(relation)) {
        var columnId =
            DocumentIds.column(dataSourceId, relation.schema(), relation.name(), column.name());
        append(
            body,
            IndexAlias.COLUMNS,
            columnId,
            dataSourceId,
            column(dataSourceId, relation, column));
      }
    }
    send(body);
  }

  /** Removes the relations and their columns, as {@link #write} writes them. */
  public void remove(UUID dataSourceId, List<Relation> relations) {
    var body = new StringBuilder();
    for (Relation relation : relations) {
      var id = DocumentIds.table(dataSourceId, relation.schema(), relation.name());
      body.append(action("delete", IndexAlias.TABLES, id, dataSourceId));
      for (Column column : columnsOf(relation)) {
        var columnId =
            DocumentIds.column(dataSourceId, relation.schema(), relation.name(), column.name());
        body.append(action("delete", IndexAlias.COLUMNS, columnId, dataSourceId));
      }
    }
    send(body);
  }

  private void send(StringBuilder body) {
    var request = new Request("POST", "/_bulk");
    request.addParameter("refresh", "true");
    request.setJsonEntity(body.toString());
    if (JSON.readTree(perform(request)).path("errors").asBoolean(true)) {
      throw new IllegalStateException("Not every document was written");
    }
    searches.crawlsMissed();
  }

  private static void append(
      StringBuilder body, IndexAlias index, String id, UUID dataSourceId, ObjectNode document) {
    body.append(action("index", index, id, dataSourceId));
    body.append(JSON.writeValueAsString(document)).append('\n');
  }

  private static String action(String action, IndexAlias index, String id, UUID dataSourceId) {
    return JSON.writeValueAsString(
            Map.of(action, Map.of("_index", index.alias(), "_id", id, "routing", dataSourceId)))
        + '\n';
  }

  private static List<Column> columnsOf(Relation relation) {
    return relation.partitionOf() != null ? List.of() : relation.columns();
  }

  private static ObjectNode table(UUID dataSourceId, Relation relation, List<Relation> all) {
    var document = common(dataSourceId, relation.schema(), relation.name(), relation.comment());
    var words = TableWords.of(relation, ANALYZER::words);
    if (!words.name().isEmpty()) {
      document.put("name_words", words.name());
    }
    if (words.parent() != null) {
      document.put("parent_words", words.parent()).put("partition_of", relation.partitionOf());
    }
    var stems = TableStems.of(relation, name -> Stems.ofAll(ANALYZER.words(name)));
    if (!stems.isEmpty()) {
      document.put("stems", stems);
    }
    document.put("fold", FoldKeys.of(dataSourceId, relation));
    TableStems.references(relation).forEach(document.putArray("references")::add);
    var vocabulary = words.vocabulary(ANALYZER.words(relation.schema()));
    if (!vocabulary.isEmpty()) {
      vocabulary.forEach(document.putArray("vocabulary")::add);
    }
    var learnt = CommentedAbbreviations.of(relation, ANALYZER::words);
    if (!learnt.isEmpty()) {
      learnt.forEach(document.putArray("abbreviations")::add);
    }
    document
        .put("name_word_count", words.nameCount())
        .put("referenced_by", referencedBy(relation, all))
        .put("kind", relation.kind().jsonName())
        .put("fingerprint", "f")
        .put("crawled_at", "2030-01-02T03:04:05Z")
        .put("column_count", relation.columns().size())
        .put("column_words", words.columns());
    if (relation.rowEstimate() != null) {
      document.put("row_estimate", relation.rowEstimate());
    }
    if (relation.hasChildren()) {
      document.put("has_children", true);
    }
    ObjectNode description = JSON.valueToTree(relation);
    description.remove("row_estimate");
    document.set("description", description);
    return document;
  }

  private static long referencedBy(Relation relation, List<Relation> all) {
    return all.stream()
        .filter(other -> !other.equals(relation))
        .flatMap(other -> other.foreignKeys().stream())
        .filter(key -> key.referencedSchema().equals(relation.schema()))
        .filter(key -> key.referencedTable().equals(relation.name()))
        .count();
  }

  private static ObjectNode column(UUID dataSourceId, Relation relation, Column column) {
    var words = ANALYZER.words(column.name());
    var document = common(dataSourceId, relation.schema(), column.name(), column.comment());
    TypeNames.of(column.dataType(), column.typeFamily())
        .forEach(document.putArray("type_names")::add);
    return document
        .put("name_words", words)
        .put("name_word_count", TableWords.count(words))
        .put("foreign_key", foreignKey(relation, column))
        .put("unique", unique(relation, column))
        .put(
            "fold", FoldKeys.ofColumn(FoldKeys.of(dataSourceId, relation), place(relation, column)))
        .put("epoch", 1)
        .put("table_id", DocumentIds.table(dataSourceId, relation.schema(), relation.name()))
        .put("table", relation.name())
        .put("table_kind", relation.kind().jsonName())
        .put("position", column.position())
        .put("data_type", column.dataType())
        .put("type_family", column.typeFamily().jsonName())
        .put("nullable", column.nullable())
        .put("primary_key", column.primaryKey())
        .put("table_words", ANALYZER.words(relation.name()))
        .put("table_word_count", TableWords.count(ANALYZER.words(relation.name())));
  }

  private static int place(Relation relation, Column column) {
    return (int)
        relation.columns().stream()
            .filter(other -> other.name().compareTo(column.name()) < 0)
            .count();
  }

  private static boolean foreignKey(Relation relation, Column column) {
    return relation.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
  }

  private static boolean unique(Relation relation, Column column) {
    var alone = List.of(column.name());
    return relation.uniqueConstraints().stream().anyMatch(key -> key.columns().equals(alone))
        || relation.indexes().stream()
            .filter(Relation.Index::makesUnique)
            .anyMatch(index -> index.columns().equals(alone));
  }

  private static ObjectNode common(
      UUID dataSourceId, String schema, String name, @Nullable String comment) {
    var document = JSON.createObjectNode();
    document
        .put("data_source_id", dataSourceId.toString())
        .put("schema", schema)
        .put("name", name)
        .put("name_folded", name.toLowerCase(Locale.ROOT))
        .put("schema_words", ANALYZER.words(schema));
    if (comment != null) {
      document.put("comment", comment).put("comment_words", ANALYZER.textWords(comment));
    }
    return document;
  }

  private String perform(Request request) {
    try {
      return new String(
          client.performRequest(request).getEntity().getContent().readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
