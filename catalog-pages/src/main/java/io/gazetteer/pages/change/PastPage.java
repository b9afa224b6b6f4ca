package io.gazetteer.pages.change;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a table was at a time.
 *
 * @param at as it stands in the form
 * @param complaint why it cannot be shown; null when it can
 * @param now the table's page of today
 */
public record PastPage(
    Frame frame,
    String database,
    String schema,
    String table,
    String at,
    @Nullable String complaint,
    String now,
    List<ColumnRow> columns,
    List<String> keys)
    implements Page {
  public PastPage {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  @Override
  public String template() {
    return "change/past.jte";
  }

  /** A column as it was. */
  public record ColumnRow(
      String name, String type, String key, String nullable, String fallback, String comment) {}
}
