package io.gazetteer.api.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds tables by name: exactly, as {@code schema.table}, and only then without regard to case.
 * Thread safe.
 */
@Component
final class TableLookup {
  private final TableIndex index;

  TableLookup(TableIndex index) {
    this.index = index;
  }

  /** What was found; every table of that name fits the filter. */
  record Found(TableFilter filter, TableIndex.Page first) {}

  /**
   * @param all the data source, or one schema of it
   */
  Optional<Found> find(TableFilter all, String name) {
    for (TableFilter filter : filters(all, name)) {
      var page = index.list(filter, null, TableStream.LISTED_AT_ONCE);
      if (!page.tables().isEmpty()) {
        return Optional.of(new Found(filter, page));
      }
    }
    return Optional.empty();
  }

  private static List<TableFilter> filters(TableFilter all, String name) {
    var filters = new ArrayList<TableFilter>();
    filters.add(all.with("name", name));
    qualified(all, name, "name", filters);
    var folded = name.toLowerCase(Locale.ROOT);
    filters.add(all.with("name_folded", folded));
    qualified(all, name, "name_folded", filters);
    return filters;
  }

  /** Schema and table may both have dots in their names, so each dot may be the one. */
  private static void qualified(
      TableFilter all, String name, String field, List<TableFilter> filters) {
    if (all.terms().containsKey("schema")) {
      return;
    }
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      var table = name.substring(dot + 1);
      filters.add(
          all.with("schema", name.substring(0, dot))
              .with(field, field.equals("name") ? table : table.toLowerCase(Locale.ROOT)));
    }
  }
}
