package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.crawl.DirectIndex;
import io.gazetteer.benchmarks.crawl.DocumentWalk;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.common.index.IndexAlias;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** Measures the indexes on disk, as crawls left them, against their documents in a file. */
final class IndexSize {
  private static final int LINE_END = 1;

  private IndexSize() {}

  static void measure(SearchedIndex index) throws Exception {
    var server = index.server();
    double onDisk = megabytesOnDisk(server);
    double asLines = megabytesAsLines(server);
    var report = new Report(index.size());
    report.atMost(
        "index size on disk ÷ the same documents as NDJSON",
        1.0,
        onDisk / asLines,
        String.format(Locale.ROOT, "%.0f MB, %.0f MB", onDisk, asLines));
    report.print();
  }

  private static double megabytesOnDisk(DirectIndex server)
      throws IOException, InterruptedException {
    server.post("/gazetteer-*/_flush", "");
    server.awaitQuiet();
    var stats = server.get("/gazetteer-*/_stats/store");
    return stats.at("/_all/total/store/size_in_bytes").asLong() / 1e6;
  }

  private static double megabytesAsLines(DirectIndex server)
      throws IOException, InterruptedException {
    var bytes = new AtomicLong();
    new DocumentWalk(server)
        .over(
            IndexAlias.both(),
            hit -> {
              var line = JsonMapper.shared().writeValueAsBytes(hit.path("_source"));
              bytes.addAndGet(line.length + LINE_END);
            });
    return bytes.get() / 1e6;
  }
}
