package io.gazetteer.api.schema;

import io.gazetteer.api.schema.tables.TableDocuments;
import io.gazetteer.api.schema.tables.TableFilter;
import io.gazetteer.api.schema.tables.TableIndex;
import io.gazetteer.api.schema.tables.TableRef;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes tables of any number with flat memory: what is read at once has a bounded size, and while
 * it is written, the next piece is read. When writing fails, since whoever asked has gone away, no
 * other piece is read. Thread safe.
 */
@Component
final class TableStream {
  private final TableIndex index;

  TableStream(TableIndex index) {
    this.index = index;
  }

  /** Writes all tables of a filter, beginning with a page of it that is known already. */
  void writeAll(TableFilter filter, List<TableRef> first, TableOutput out) throws IOException {
    write(TablePieces.from(index, filter, first), out);
  }

  /** Writes all tables of a filter that come after a place. */
  void writeFrom(TableFilter filter, @Nullable TableRef after, TableOutput out) throws IOException {
    writeAll(filter, index.list(filter, after, TablePieces.LISTED_AT_ONCE).tables(), out);
  }

  /** Writes these tables, in their order. */
  void write(TableFilter filter, List<TableRef> tables, TableOutput out) throws IOException {
    write(TablePieces.of(index, filter, tables), out);
  }

  private static void write(TablePieces pieces, TableOutput out) throws IOException {
    try (var ahead = new ReadAhead<>(pieces)) {
      for (var piece = ahead.take(); piece != null; piece = ahead.take()) {
        out.write(TableDocuments.read(piece));
      }
    }
  }
}
