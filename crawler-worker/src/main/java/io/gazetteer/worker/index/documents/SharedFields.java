package io.gazetteer.worker.index.documents;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.FoldKeys;
import io.gazetteer.common.index.TableWords;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** Holds what the documents of all columns of one relation share, rendered once. */
final class SharedFields {
  private static final JsonFactory JSON = new JsonFactory();

  private final Set<String> foreignKeys = new HashSet<>();
  private final Set<String> unique = new HashSet<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final long foldKey;
  private final SerializedString rendered;

  SharedFields(UUID dataSourceId, long epoch, DescribedRelation described, NameWords names) {
    var relation = described.relation();
    findKeys(relation);
    foldKey = FoldKeys.of(dataSourceId, relation);
    relation.columns().stream()
        .map(Column::name)
        .sorted()
        .forEach(name -> places.put(name, places.size()));
    var text = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty(Fields.DATA_SOURCE_ID, dataSourceId.toString());
      json.writeNumberProperty(Fields.EPOCH, epoch);
      json.writeStringProperty(Fields.SCHEMA, relation.schema());
      json.writeStringProperty(Fields.TABLE_ID, described.id());
      json.writeStringProperty(Fields.TABLE, relation.name());
      json.writeStringProperty(Fields.TABLE_KIND, relation.kind().jsonName());
      var words = names.words(relation.name());
      json.writeStringProperty(Fields.TABLE_WORDS, words);
      json.writeNumberProperty(Fields.TABLE_WORD_COUNT, TableWords.count(words));
      json.writeStringProperty(Fields.SCHEMA_WORDS, names.words(relation.schema()));
      json.flush();
    }
    var object = text.toString();
    rendered = new SerializedString("," + object.substring(1, object.length() - 1));
  }

  private void findKeys(Relation relation) {
    relation.foreignKeys().forEach(key -> foreignKeys.addAll(key.columns()));
    relation.indexes().stream()
        .filter(index -> index.makesUnique() && index.columns().size() == 1)
        .forEach(index -> unique.addAll(index.columns()));
    relation.uniqueConstraints().stream()
        .filter(constraint -> constraint.columns().size() == 1)
        .forEach(constraint -> unique.addAll(constraint.columns()));
  }

  boolean isForeignKey(String column) {
    return foreignKeys.contains(column);
  }

  boolean isUnique(String column) {
    return unique.contains(column);
  }

  long foldKey(String column) {
    return FoldKeys.ofColumn(foldKey, places.getOrDefault(column, 0));
  }

  /** Writes the fields at the end of an object that has fields of its own already. */
  void write(JsonGenerator json) {
    json.writeRaw(rendered);
  }
}
