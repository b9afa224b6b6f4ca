package io.gazetteer.api.schema;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Writes tables of any number with flat memory: what is read at once has a bounded size. */
@Component
final class TableStream {
  static final int LISTED_AT_ONCE = 1000;
  private static final int COLUMNS_AT_ONCE = 4000;
  private static final int TABLES_AT_ONCE = 500;

  private final TableIndex index;

  TableStream(TableIndex index) {
    this.index = index;
  }

  /** Writes all tables of a filter, beginning with a page of it that is known already. */
  void writeAll(TableFilter filter, TableIndex.Page first, JsonGenerator out) {
    var page = first.tables();
    write(filter, page, out);
    while (page.size() == LISTED_AT_ONCE) {
      page = index.list(filter, page.getLast(), LISTED_AT_ONCE).tables();
      write(filter, page, out);
    }
  }

  /** Writes these tables, in their order. */
  void write(TableFilter filter, List<TableRef> tables, JsonGenerator out) {
    for (List<TableRef> chunk : chunks(tables)) {
      TableCopier.copy(index.documents(filter, chunk), out);
    }
  }

  static List<List<TableRef>> chunks(List<TableRef> tables) {
    var chunks = new ArrayList<List<TableRef>>();
    var chunk = new ArrayList<TableRef>();
    int columns = 0;
    for (TableRef table : tables) {
      columns += table.columnCount();
      if (!chunk.isEmpty() && (columns > COLUMNS_AT_ONCE || chunk.size() == TABLES_AT_ONCE)) {
        chunks.add(List.copyOf(chunk));
        chunk.clear();
        columns = table.columnCount();
      }
      chunk.add(table);
    }
    if (!chunk.isEmpty()) {
      chunks.add(List.copyOf(chunk));
    }
    return chunks;
  }
}
