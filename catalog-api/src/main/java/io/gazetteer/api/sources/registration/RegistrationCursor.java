package io.gazetteer.api.sources.registration;

import io.gazetteer.api.sources.registration.DataSourceRows.Place;
import io.gazetteer.api.web.Cursor;
import io.gazetteer.common.catalog.DataSource;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** RegistrationCursor in the list of data sources as cursors. */
final class RegistrationCursor {
  private RegistrationCursor() {}

  static String after(DataSource source) {
    return Cursor.encode(source.createdAt().toString(), source.id().toString());
  }

  static Place of(List<JsonNode> cursor) {
    return new Place(cursor.get(0).stringValue(), UUID.fromString(cursor.get(1).stringValue()));
  }

  static boolean isTime(JsonNode node) {
    try {
      return node.isString() && Instant.parse(node.stringValue()).isAfter(Instant.EPOCH);
    } catch (DateTimeException e) {
      return false;
    }
  }

  static boolean isId(JsonNode node) {
    try {
      return node.isString() && UUID.fromString(node.stringValue()).version() >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
