package io.gazetteer.worker.index.documents;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.TypeNames;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.TypeFamily;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** Holds the names of columns' types, rendered once for each type. Thread safe. */
final class TypeNameFields {
  private static final JsonFactory JSON = new JsonFactory();

  /** Enums with all their values are types of their own. */
  private static final int REMEMBERED = 1_024;

  private final Map<Type, SerializedString> remembered = new ConcurrentHashMap<>();

  private record Type(String spelling, TypeFamily family) {}

  /** Adds the field to an object that is begun. */
  void write(JsonGenerator json, Column column) {
    var type = new Type(column.dataType(), column.typeFamily());
    var known = remembered.get(type);
    if (known == null) {
      known = render(type);
      if (remembered.size() < REMEMBERED) {
        remembered.put(type, known);
      }
    }
    json.writeName(Fields.TYPE_NAMES);
    json.writeRawValue(known);
  }

  private static SerializedString render(Type type) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartArray();
      TypeNames.of(type.spelling(), type.family()).forEach(json::writeString);
      json.writeEndArray();
    }
    return new SerializedString(text.toString());
  }
}
