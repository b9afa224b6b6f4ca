package io.gazetteer.benchmarks.crawl;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pulls all table documents of a data source from Elasticsearch as cheaply as can be: point in
 * time, {@code search_after}, no total, and of each answer only the place of its last hit is read.
 */
final class DocumentPull {
  /** The end of an answer, which has the sort values of its last hit. */
  private static final int END = 1000;

  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final String url;
  private final String dataSource;
  private final int page;
  private long bytes;

  DocumentPull(String url, String dataSource, int page) {
    this.url = url;
    this.dataSource = dataSource;
    this.page = page;
  }

  /** Pulls them in this order; throws when they are fewer than they should be. */
  void all(String sort, int documents) throws IOException, InterruptedException {
    var open = "/gazetteer-tables/_pit?keep_alive=1m&routing=" + dataSource;
    var pit = JsonMapper.shared().readTree(send("POST", open, "")).path("id").asString();
    bytes = 0;
    int pages = 0;
    var after = "";
    do {
      byte[] answer = send("POST", "/_search", body(sort, pit, after));
      bytes += answer.length;
      after = lastSort(answer);
      pages++;
    } while (!after.isEmpty());
    send("DELETE", "/_pit", "{\"id\":\"" + pit + "\"}");
    // The last page is an empty one.
    if (pages <= Math.ceilDiv(documents, page)) {
      throw new IOException("Only " + pages + " pages were pulled");
    }
  }

  /** How many bytes the last pull was. */
  long bytes() {
    return bytes;
  }

  private String body(String sort, String pit, String after) {
    return """
        {"size":%d,"track_total_hits":false,"sort":%s,"pit":{"id":"%s","keep_alive":"1m"},
         "query":{"bool":{"filter":[{"term":{"data_source_id":"%s"}}]}}%s}
        """
        .formatted(
            page, sort, pit, dataSource, after.isEmpty() ? "" : ",\"search_after\":" + after);
  }

  /** Empty when there is no hit. */
  private static String lastSort(byte[] answer) {
    int length = Math.min(END, answer.length);
    var end = new String(answer, answer.length - length, length, StandardCharsets.UTF_8);
    int sort = end.lastIndexOf("\"sort\":");
    int from = end.indexOf('[', sort);
    return sort < 0 ? "" : end.substring(from, end.indexOf(']', from) + 1);
  }

  private byte[] send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build();
    var answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(new String(answer.body(), StandardCharsets.UTF_8));
    }
    return answer.body();
  }
}
