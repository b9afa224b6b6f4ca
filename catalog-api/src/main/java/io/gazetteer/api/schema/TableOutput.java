package io.gazetteer.api.schema;

import io.gazetteer.api.schema.tables.TableDocument;
import java.io.IOException;
import java.io.OutputStream;

/** Takes tables, some at a time. */
@FunctionalInterface
interface TableOutput {
  void write(Iterable<TableDocument> documents) throws IOException;

  /** Writes tables as the elements of a JSON array. */
  static TableOutput elements(OutputStream out) {
    return new Elements(out);
  }

  /** Writes a line for each table. */
  static TableOutput lines(OutputStream out) {
    return documents -> {
      for (TableDocument document : documents) {
        document.write(out);
        out.write('\n');
      }
    };
  }

  /** Puts commas between tables. Not thread-safe. */
  final class Elements implements TableOutput {
    private final OutputStream out;
    private boolean begun;

    private Elements(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(Iterable<TableDocument> documents) throws IOException {
      for (TableDocument document : documents) {
        if (begun) {
          out.write(',');
        }
        begun = true;
        document.write(out);
      }
    }
  }
}
