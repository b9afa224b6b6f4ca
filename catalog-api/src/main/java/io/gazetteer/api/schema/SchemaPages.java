package io.gazetteer.api.schema;

import io.gazetteer.api.index.Refill;
import io.gazetteer.api.schema.tables.TableIndex;
import io.gazetteer.api.schema.tables.TableRef;
import io.gazetteer.api.web.input.Cursor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where an answer about a schema begins and ends. Thread safe. */
@Component
final class SchemaPages {
  private final TableIndex index;
  private final Refill refill;

  SchemaPages(TableIndex index, Refill refill) {
    this.index = index;
    this.refill = refill;
  }

  /**
   * Says what there is to answer.
   *
   * @param tables the first of them, or those of the page that was asked for
   * @param total how many tables the query has in all
   * @param nextCursor null when the answer goes on to the last table
   */
  record Page(List<TableRef> tables, long total, @Nullable String nextCursor) {}

  Page find(SchemaQuery query) {
    var page = look(query);
    if (page.total() == 0) {
      refill.requireNone(Optional.of(query.source().id()));
    }
    requireAll(query);
    return page;
  }

  /** Who names tables wants each of them. */
  private void requireAll(SchemaQuery query) {
    var missing =
        query.tables().stream()
            .filter(name -> index.list(query.only(name).filter(), null, 1).total() == 0)
            .toList();
    if (!missing.isEmpty()) {
      throw new TablesNotFoundException(missing);
    }
  }

  private Page look(SchemaQuery query) {
    var limit = query.limit();
    if (limit == null) {
      var first = index.list(query.filter(), query.after(), TablePieces.LISTED_AT_ONCE);
      return new Page(first.tables(), first.total(), null);
    }
    var found = index.list(query.filter(), query.after(), limit + 1);
    if (found.tables().size() <= limit) {
      return new Page(found.tables(), found.total(), null);
    }
    var tables = found.tables().subList(0, limit);
    var last = tables.getLast();
    return new Page(tables, found.total(), Cursor.encode(last.schema(), last.name()));
  }
}
