package io.gazetteer.api.search;

import io.gazetteer.api.web.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where a page ended.
 *
 * @param effort of the search that is gone on with
 * @param pointInTime the index as it is gone on with; null when as it is now
 * @param after score, name, schema, table and data source of the last hit
 */
record Place(Effort effort, @Nullable String pointInTime, List<JsonNode> after) {
  /** Longer ones, of very many shards, do not fit into a URL. */
  static final int LONGEST_POINT_IN_TIME = 2500;

  private static final int SORT_VALUES = 5;

  static final Cursor.Shape SHAPE =
      new Cursor.Shape(
          List.of(
              effort -> effort.isString() && Effort.isName(effort.stringValue()),
              Place::isPointInTime,
              JsonNode::isNumber,
              Place::isTextOrNull,
              Place::isTextOrNull,
              Place::isTextOrNull,
              Place::isTextOrNull));

  static Place of(List<JsonNode> cursor) {
    var pointInTime = cursor.get(1);
    return new Place(
        Effort.valueOf(cursor.get(0).stringValue()),
        pointInTime.isNull() ? null : pointInTime.stringValue(),
        cursor.subList(2, cursor.size()));
  }

  /** The place of a hit; Elasticsearch may give more values than were asked for. */
  static Place behind(JsonNode hit, Effort effort, @Nullable String pointInTime) {
    return new Place(
        effort, pointInTime, hit.path("sort").valueStream().limit(SORT_VALUES).toList());
  }

  String cursor() {
    var values = new ArrayList<Object>();
    values.add(effort.name());
    values.add(pointInTime == null ? JsonNodeFactory.instance.nullNode() : pointInTime);
    values.addAll(after);
    return Cursor.encode(values.toArray());
  }

  private static boolean isPointInTime(JsonNode node) {
    return node.isNull()
        || (node.isString() && node.stringValue().length() <= LONGEST_POINT_IN_TIME);
  }

  private static boolean isTextOrNull(JsonNode node) {
    return node.isString() || node.isNull();
  }
}
