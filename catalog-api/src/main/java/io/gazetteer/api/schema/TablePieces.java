package io.gazetteer.api.schema;

import io.gazetteer.api.schema.tables.TableFilter;
import io.gazetteer.api.schema.tables.TableIndex;
import io.gazetteer.api.schema.tables.TableRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Reads tables in pieces of bounded size: first a page of references, which say how many columns
 * each has, then the documents of as many as that allows.
 */
final class TablePieces implements Iterator<byte[]> {
  static final int LISTED_AT_ONCE = 1000;

  /** About 300 bytes each. */
  private static final int COLUMNS_AT_ONCE = 4000;

  private static final int TABLES_AT_ONCE = 500;

  private final TableIndex index;
  private final TableFilter filter;
  private final Deque<List<TableRef>> chunks;
  private List<TableRef> page;

  private TablePieces(TableIndex index, TableFilter filter, List<TableRef> page) {
    this.index = index;
    this.filter = filter;
    this.page = page;
    this.chunks = chunks(page);
  }

  /** Reads the tables of a page, and all that come after it when it is a full one. */
  static TablePieces from(TableIndex index, TableFilter filter, List<TableRef> page) {
    return new TablePieces(index, filter, page);
  }

  /** Reads the tables of a page. */
  static TablePieces of(TableIndex index, TableFilter filter, List<TableRef> page) {
    var pieces = new TablePieces(index, filter, page);
    pieces.page = List.of();
    return pieces;
  }

  @Override
  public boolean hasNext() {
    if (chunks.isEmpty() && page.size() == LISTED_AT_ONCE) {
      page = index.list(filter, page.getLast(), LISTED_AT_ONCE).tables();
      chunks.addAll(chunks(page));
    }
    return !chunks.isEmpty();
  }

  @Override
  public byte[] next() {
    return index.documents(filter, chunks.remove());
  }

  static Deque<List<TableRef>> chunks(List<TableRef> tables) {
    var chunks = new ArrayDeque<List<TableRef>>();
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
