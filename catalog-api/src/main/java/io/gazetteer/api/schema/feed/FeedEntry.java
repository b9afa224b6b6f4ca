package io.gazetteer.api.schema.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.gazetteer.api.crawls.changes.ChangeSearch.Found;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of any data source, as the API shows it.
 *
 * @param id a number that grows; the order in which changes were found
 * @param column null when the change is not one of a single column
 * @param before JSON as the crawl wrote it; null when there was nothing
 * @param after like {@code before}
 */
public record FeedEntry(
    long id,
    UUID dataSourceId,
    String dbName,
    Instant at,
    UUID crawlId,
    String schema,
    String table,
    String change,
    @Nullable String column,
    @JsonRawValue @Nullable String before,
    @JsonRawValue @Nullable String after) {
  public static FeedEntry of(Found found, String dbName) {
    var change = found.change();
    return new FeedEntry(
        change.position().id(),
        found.dataSourceId(),
        dbName,
        change.at(),
        change.crawlId(),
        change.schema(),
        change.table(),
        change.change(),
        change.column(),
        change.before(),
        change.after());
  }

  /** Returns an id that no other entry of any feed has. */
  String urn() {
    var text = dataSourceId + "/" + id;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  String title() {
    return "%s.%s.%s%s: %s"
        .formatted(
            dbName, schema, table, column == null ? "" : "." + column, change.replace('_', ' '));
  }

  String text() {
    return (before == null ? "" : "Before: " + before + "\n")
        + (after == null ? "" : "After: " + after + "\n");
  }
}
