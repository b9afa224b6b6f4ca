package io.gazetteer.api.schema;

import java.io.InputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies table documents from an {@code _mget} answer into the API's shape, event by event: the
 * stored description with the document's id, row estimate and time of crawl beside it.
 */
final class TableCopier {
  private static final JsonMapper JSON = JsonMapper.shared();

  private TableCopier() {}

  static void copy(InputStream answer, JsonGenerator out) {
    try (var in = JSON.createParser(answer)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean documents = in.currentName().equals("docs");
        in.nextToken();
        if (documents) {
          copyAll(in, out);
        } else {
          in.skipChildren();
        }
      }
    }
  }

  private static void copyAll(JsonParser in, JsonGenerator out) {
    while (in.nextToken() == JsonToken.START_OBJECT) {
      copyOne(in, out);
    }
  }

  /** The id stands before the source; a document that is gone has no source. */
  private static void copyOne(JsonParser in, JsonGenerator out) {
    String id = "";
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = in.currentName();
      in.nextToken();
      if (name.equals("_id")) {
        id = in.getString();
      } else if (name.equals("_source")) {
        copySource(in, out, id);
      } else {
        in.skipChildren();
      }
    }
  }

  private static void copySource(JsonParser in, JsonGenerator out, String id) {
    out.writeStartObject();
    out.writeStringProperty("id", id);
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = in.currentName();
      in.nextToken();
      if (name.equals("description")) {
        copyProperties(in, out);
      } else {
        out.writeName(name);
        out.copyCurrentStructure(in);
      }
    }
    out.writeEndObject();
  }

  private static void copyProperties(JsonParser in, JsonGenerator out) {
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      out.copyCurrentStructure(in);
    }
  }
}
