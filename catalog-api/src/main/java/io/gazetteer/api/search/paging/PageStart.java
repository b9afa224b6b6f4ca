package io.gazetteer.api.search.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a page begins.
 *
 * @param widening the search that found the pages before, which the page goes on with
 * @param pointInTime the index that the page is found in; null for the index as it is now
 * @param after score, name, schema, table and data source of the hit before the page; empty for the
 *     first page
 */
public record PageStart(Widening widening, @Nullable String pointInTime, List<JsonNode> after) {
  private static final int SORT_VALUES = 5;

  public PageStart {
    after = List.copyOf(after);
  }

  public static PageStart first(Widening widening, @Nullable String pointInTime) {
    return new PageStart(widening, pointInTime, List.of());
  }

  /** The start behind a hit; Elasticsearch may give more sort values than were asked for. */
  public PageStart behind(JsonNode hit) {
    return new PageStart(
        widening, pointInTime, hit.path("sort").valueStream().limit(SORT_VALUES).toList());
  }

  public boolean isFirst() {
    return after.isEmpty();
  }

  public PageStart in(@Nullable String otherPointInTime) {
    return new PageStart(widening, otherPointInTime, after);
  }
}
