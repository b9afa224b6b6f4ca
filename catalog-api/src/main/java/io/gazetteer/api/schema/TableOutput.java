package io.gazetteer.api.schema;

import java.io.IOException;
import java.io.OutputStream;

/** Takes tables, one after the other. Not thread-safe. */
final class TableOutput {
  private final OutputStream out;
  private final boolean lines;
  private boolean begun;

  private TableOutput(OutputStream out, boolean lines) {
    this.out = out;
    this.lines = lines;
  }

  /** Writes tables as the elements of a JSON array. */
  static TableOutput elements(OutputStream out) {
    return new TableOutput(out, false);
  }

  /** Writes a line for each table. */
  static TableOutput lines(OutputStream out) {
    return new TableOutput(out, true);
  }

  void write(Iterable<TableDocument> documents) throws IOException {
    for (TableDocument document : documents) {
      if (begun && !lines) {
        out.write(',');
      }
      begun = true;
      document.write(out);
      if (lines) {
        out.write('\n');
      }
    }
  }
}
