package io.gazetteer.api.sources.registration;

import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.common.catalog.DataSource;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A place in the list of data sources, which is in the order of their registration.
 *
 * @param createdAt as PostgreSQL reads it
 */
@FromRequest
public record RegistrationCursor(String createdAt, UUID id) {
  static final RegistrationCursor START = new RegistrationCursor("-infinity", new UUID(0, 0));

  /** Checks the values that {@link #of} takes. */
  public static final Cursor.Shape SHAPE =
      new Cursor.Shape(List.of(RegistrationCursor::isTime, RegistrationCursor::isId));

  /** Reads a caller's cursor of this shape; an empty one is the start. */
  public static RegistrationCursor of(List<JsonNode> cursor) {
    return cursor.isEmpty()
        ? START
        : new RegistrationCursor(
            cursor.get(0).stringValue(), UUID.fromString(cursor.get(1).stringValue()));
  }

  /** Writes the place after a data source for a caller. */
  static String after(DataSource source) {
    return after(source.createdAt(), source.id());
  }

  /** Writes the place after what was created then and has this id. */
  public static String after(Instant createdAt, UUID id) {
    return Cursor.encode(createdAt.toString(), id.toString());
  }

  private static boolean isTime(JsonNode node) {
    try {
      return node.isString() && Instant.parse(node.stringValue()).isAfter(Instant.EPOCH);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isId(JsonNode node) {
    try {
      return node.isString() && UUID.fromString(node.stringValue()).version() >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
