package io.gazetteer.api.crawls.changes;

import io.gazetteer.api.web.input.AsOf;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says which changes of a data source are asked for; what is null does not matter.
 *
 * @param since found then or later
 */
@FromRequest
record ChangeFilter(
    UUID dataSourceId,
    @Nullable OffsetDateTime since,
    @Nullable String schema,
    @Nullable String table,
    @Nullable String change) {
  private static final Pattern CHANGE = Pattern.compile("[a-z_]+");

  /** Whether all changes fit, so that the next ones are found at once. */
  boolean isOfAll() {
    return equals(new ChangeFilter(dataSourceId, null, null, null, null));
  }

  /** Reads the parameters, which remember what is wrong. */
  static ChangeFilter of(UUID dataSourceId, Parameters parameters) {
    return new ChangeFilter(
        dataSourceId,
        parameters.find("since").map(text -> since(text, parameters)).orElse(null),
        parameters.find("schema").orElse(null),
        parameters.find("table").orElse(null),
        parameters.find("change").map(text -> change(text, parameters)).orElse(null));
  }

  private static @Nullable OffsetDateTime since(String text, Parameters parameters) {
    var since = AsOf.parse(text);
    if (since.isEmpty()) {
      parameters.refuse("since", AsOf.RULE);
    }
    return since.orElse(null);
  }

  private static @Nullable String change(String text, Parameters parameters) {
    if (CHANGE.matcher(text).matches()) {
      return text;
    }
    parameters.refuse("change", "must be lower-case letters and _, like column_added");
    return null;
  }
}
