package io.gazetteer.benchmarks.crawl;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Pulls all table documents of a data source from Elasticsearch as cheaply as can be: point in
 * time, {@code search_after}, no total, and of each answer only the place of its last hit is read.
 */
final class DocumentPull {
  /** The end of an answer, which has the sort values of its last hit. */
  private static final int END = 1000;

  private final DirectIndex index;
  private final String dataSource;
  private final int page;
  private long bytes;

  DocumentPull(DirectIndex index, String dataSource, int page) {
    this.index = index;
    this.dataSource = dataSource;
    this.page = page;
  }

  /** Pulls them in this order; throws when they are fewer than they should be. */
  void all(String sort, int documents) throws IOException, InterruptedException {
    var open = "/" + IndexAlias.TABLES.alias() + "/_pit?keep_alive=1m&routing=" + dataSource;
    var pit = index.post(open, "").path("id").asString();
    bytes = 0;
    int pages = 0;
    var after = "";
    do {
      byte[] answer = index.send("POST", "/_search", body(sort, pit, after));
      bytes += answer.length;
      after = lastSort(answer);
      pages++;
    } while (!after.isEmpty());
    var close = "{\"id\":\"" + pit + "\"}";
    index.send("DELETE", "/_pit", close.getBytes(StandardCharsets.UTF_8));
    // The last page is an empty one.
    if (pages <= Math.ceilDiv(documents, page)) {
      throw new IOException("Only " + pages + " pages were pulled");
    }
  }

  /** How many bytes the last pull was. */
  long bytes() {
    return bytes;
  }

  private byte[] body(String sort, String pit, String after) {
    var more = after.isEmpty() ? "" : ",\"search_after\":" + after;
    return """
    {"size":%d,"track_total_hits":false,"sort":%s,"pit":{"id":"%s","keep_alive":"1m"},
     "query":{"bool":{"filter":[{"term":{"%s":"%s"}}]}}%s}
    """
        .formatted(page, sort, pit, Fields.DATA_SOURCE_ID, dataSource, more)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Empty when there is no hit. */
  private static String lastSort(byte[] answer) {
    int length = Math.min(END, answer.length);
    var end = new String(answer, answer.length - length, length, StandardCharsets.UTF_8);
    int sort = end.lastIndexOf("\"sort\":");
    int from = end.indexOf('[', sort);
    return sort < 0 ? "" : end.substring(from, end.indexOf(']', from) + 1);
  }
}
