package io.gazetteer.api.search.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a page begins.
 *
 * @param widening the search that found the pages before, which the page goes on with
 * @param pointInTime the index that the page is found in; null for the index as it is now
 * @param before how many hits stand before the page
 * @param folded whether one of the pages before has folded hits, so that the page goes on by their
 *     number
 * @param after score, name, schema, table and data source of the hit before the page; empty for the
 *     first page
 */
public record PageStart(
    Widening widening,
    @Nullable String pointInTime,
    int before,
    boolean folded,
    List<JsonNode> after) {
  private static final int SORT_VALUES = 5;

  public PageStart {
    after = List.copyOf(after);
  }

  public static PageStart first(Widening widening, @Nullable String pointInTime) {
    return new PageStart(widening, pointInTime, 0, false, List.of());
  }

  /** The start behind hits; Elasticsearch may give more sort values than were asked for. */
  public PageStart behind(JsonNode hits) {
    return behind(
        hits.size(),
        hits.path(hits.size() - 1).path("sort").valueStream().limit(SORT_VALUES).toList());
  }

  /** The start behind so many more hits, of which the last has these sort values. */
  public PageStart behind(int hits, List<JsonNode> last) {
    return new PageStart(widening, pointInTime, before + hits, folded, last);
  }

  /** The start of the same page when its hits are folded. */
  public PageStart inFolds() {
    return new PageStart(widening, pointInTime, before, true, after);
  }

  public boolean isFirst() {
    return after.isEmpty();
  }

  public PageStart in(@Nullable String otherPointInTime) {
    return new PageStart(widening, otherPointInTime, before, folded, after);
  }
}
