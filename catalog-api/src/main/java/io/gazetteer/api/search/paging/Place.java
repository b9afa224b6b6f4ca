package io.gazetteer.api.search.paging;

import io.gazetteer.api.search.terms.Planned;
import io.gazetteer.api.search.terms.Remembered;
import io.gazetteer.api.web.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where a page begins.
 *
 * @param effort of the search that is gone on with
 * @param pointInTime the index as it is gone on with; null when as it is now
 * @param after score, name, schema, table and data source of the hit before; empty for the first
 *     page
 */
public record Place(Effort effort, @Nullable String pointInTime, List<JsonNode> after) {
  /** Longer ones, of very many shards, do not fit into a URL. */
  static final int LONGEST_POINT_IN_TIME = 2500;

  private static final int SORT_VALUES = 5;

  public static final Cursor.Shape SHAPE =
      new Cursor.Shape(
          List.of(
              effort -> effort.isString() && Effort.isName(effort.stringValue()),
              Place::isPointInTime,
              remembered -> RememberedJson.read(remembered).isPresent(),
              JsonNode::isNumber,
              Place::isTextOrNull,
              Place::isTextOrNull,
              Place::isTextOrNull,
              Place::isTextOrNull));

  public static Place first(Effort effort, @Nullable String pointInTime) {
    return new Place(effort, pointInTime, List.of());
  }

  public static Place of(List<JsonNode> cursor) {
    var pointInTime = cursor.get(1);
    return new Place(
        Effort.valueOf(cursor.get(0).stringValue()),
        pointInTime.isNull() ? null : pointInTime.stringValue(),
        cursor.subList(3, cursor.size()));
  }

  /** What the plan is made of that found the pages before. */
  public static Remembered remembered(List<JsonNode> cursor) {
    return RememberedJson.read(cursor.get(2)).orElseThrow();
  }

  /** Behind a hit; Elasticsearch may give more values than were asked for. */
  public static Place behind(JsonNode hit, Effort effort, @Nullable String pointInTime) {
    return new Place(
        effort, pointInTime, hit.path("sort").valueStream().limit(SORT_VALUES).toList());
  }

  public boolean isFirst() {
    return after.isEmpty();
  }

  public Place in(@Nullable String otherPointInTime) {
    return new Place(effort, otherPointInTime, after);
  }

  public String cursor(Planned planned) {
    var values = new ArrayList<Object>();
    values.add(effort.name());
    values.add(pointInTime == null ? JsonNodeFactory.instance.nullNode() : pointInTime);
    values.add(RememberedJson.write(Remembered.of(planned)));
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
