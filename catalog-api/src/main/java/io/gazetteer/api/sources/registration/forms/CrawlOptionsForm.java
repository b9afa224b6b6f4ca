package io.gazetteer.api.sources.registration.forms;

import io.gazetteer.api.sources.schedule.Schedule;
import io.gazetteer.api.sources.schedule.WrongScheduleException;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.common.catalog.RelationFilters;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks when and how a data source is to be crawled; every field can be left out. */
@FromRequest
final class CrawlOptionsForm {
  static final Set<String> FIELDS = Set.of("schedule", "time_zone", "filters", "max_connections");

  private static final Set<String> LISTS =
      Set.of("include_schemas", "exclude_schemas", "include_tables", "exclude_tables");
  private static final int MOST_PATTERNS = 100;
  private static final int MOST_CHARACTERS = 200;
  private static final int MOST_CONNECTIONS = 16;

  private final JsonFields fields;

  private CrawlOptionsForm(JsonFields fields) {
    this.fields = fields;
  }

  /** Reads the fields that are there; the {@code fields} remember the wrong ones. */
  static CrawlOptionsChange read(JsonFields fields) {
    var form = new CrawlOptionsForm(fields);
    return new CrawlOptionsChange(
        fields.has("schedule") ? form.schedule() : null,
        fields.has("time_zone") ? form.timeZone() : null,
        fields.has("filters") ? form.filters() : null,
        fields.has("max_connections"),
        form.maxConnections());
  }

  private @Nullable String schedule() {
    var text = fields.text("schedule");
    if (text == null) {
      return null;
    }
    try {
      // No date comes or goes with the time zone, so that any will do here.
      return Schedule.parse(text, ZoneOffset.UTC, Instant.now()).format();
    } catch (WrongScheduleException e) {
      fields.refuse("schedule", e.reason());
      return null;
    }
  }

  /** Accepts zones, and no offsets: they do not know when the clocks change. */
  private @Nullable String timeZone() {
    var text = fields.text("time_zone");
    if (text == null || ZoneId.getAvailableZoneIds().contains(text)) {
      return text;
    }
    fields.refuse("time_zone", "must be a time zone of the IANA database, such as Europe/Berlin");
    return null;
  }

  private @Nullable RelationFilters filters() {
    if (fields.isNull("filters")) {
      return RelationFilters.NONE;
    }
    var lists = fields.object("filters");
    if (lists == null) {
      return null;
    }
    lists.refuseOthers(LISTS);
    return new RelationFilters(
        patterns(lists, "include_schemas"),
        patterns(lists, "exclude_schemas"),
        patterns(lists, "include_tables"),
        patterns(lists, "exclude_tables"));
  }

  private static @Nullable List<String> patterns(JsonFields lists, String field) {
    if (!lists.has(field)) {
      return null;
    }
    var patterns = lists.texts(field, MOST_PATTERNS, MOST_CHARACTERS);
    if (patterns != null && !patterns.stream().allMatch(PlainText::is)) {
      lists.refuse(field, "must not hold control characters");
    }
    return patterns;
  }

  private @Nullable Integer maxConnections() {
    return !fields.has("max_connections") || fields.isNull("max_connections")
        ? null
        : fields.integer("max_connections", 1, MOST_CONNECTIONS);
  }
}
