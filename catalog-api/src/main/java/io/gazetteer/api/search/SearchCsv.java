package io.gazetteer.api.search;

import io.gazetteer.api.search.hits.Hit;
import io.gazetteer.api.web.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes all hits of a search as rows of CSV. */
public final class SearchCsv {
  private SearchCsv() {}

  /**
   * Writes a row for each hit.
   *
   * @throws IOException when nobody reads the rows any more
   */
  public static void write(SearchExport.Hits all, OutputStream out) throws IOException {
    write(Csv.row("kind", "host", "database", "schema", "table", "column", "type", "comment"), out);
    all.forEach(
        hits -> {
          for (Hit hit : hits) {
            write(row(hit), out);
          }
          out.flush();
        });
  }

  private static void write(String row, OutputStream out) throws IOException {
    out.write(row.getBytes(StandardCharsets.UTF_8));
  }

  private static String row(Hit hit) {
    return Csv.row(
        hit.column() == null ? hit.tableKind() : hit.kind(),
        hit.database().hostname(),
        hit.database().dbName(),
        hit.schema(),
        hit.table(),
        hit.column(),
        hit.dataType(),
        hit.comment());
  }
}
