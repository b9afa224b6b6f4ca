package io.gazetteer.api.crawls.changes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A difference that a crawl found, as the API shows it.
 *
 * @param change what happened, for example {@code column_added}
 * @param column null when the change is not one of a single column
 * @param before JSON as the crawl wrote it, of whatever type; null when there was nothing
 * @param after like {@code before}
 */
public record SchemaChange(
    @JsonIgnore Position position,
    Instant at,
    UUID crawlId,
    String schema,
    String table,
    String change,
    @Nullable String column,
    @JsonRawValue @Nullable String before,
    @JsonRawValue @Nullable String after) {

  /** Says where it is among all changes of the data source. */
  public record Position(long epoch, long id) {
    static final Position START = new Position(0, 0);
  }
}
