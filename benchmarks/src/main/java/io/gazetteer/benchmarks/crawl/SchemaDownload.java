package io.gazetteer.benchmarks.crawl;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Reads the whole schema of a database by the API, and keeps nothing of it. Thread safe. */
final class SchemaDownload {
  private static final int BUFFER = 1 << 16;
  private static final int LEAST_TABLE = 100;
  private static final int WARMING = 50;
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final Api api;
  private final String path;
  private final int tables;
  private volatile long bytes;
  private String token = "";
  private long tokenBegin;

  SchemaDownload(Api api, String database, int tables) {
    this.api = api;
    this.tables = tables;
    this.path = "/api/db-schema/?db_name=" + database;
  }

  /** Reads all of it; returns the bytes, which are compressed or not as the encoding says. */
  long read(String accept, String encoding) throws IOException, InterruptedException {
    var request = request().header("Accept", accept).header("Accept-Encoding", encoding).build();
    var answer = http.send(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("The schema was answered " + answer.statusCode());
    }
    long read = 0;
    try (var body = answer.body()) {
      var buffer = new byte[BUFFER];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        read += count;
      }
    }
    if (encoding.equals("identity")) {
      bytes = read;
      if (read < (long) LEAST_TABLE * tables) {
        throw new IOException("That is no whole schema: " + read + " bytes");
      }
    }
    return read;
  }

  /** How many bytes the last one that was not compressed had. */
  long bytes() {
    return bytes;
  }

  /** The shortest time it took to be told that nothing has changed. */
  double secondsOfUnchanged() throws IOException, InterruptedException {
    HttpResponse<Void> head = http.send(request().HEAD().build(), BodyHandlers.discarding());
    var etag = head.headers().firstValue("ETag").orElseThrow();
    double best = Double.MAX_VALUE;
    for (int i = 0; i < WARMING; i++) {
      var again = request().header("If-None-Match", etag).build();
      long begin = System.nanoTime();
      int status = http.send(again, BodyHandlers.discarding()).statusCode();
      best = Math.min(best, (System.nanoTime() - begin) / 1e9);
      if (status != 304) {
        throw new IOException("The schema was answered " + status);
      }
    }
    return best;
  }

  private HttpRequest.Builder request() throws IOException, InterruptedException {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
        .header("Authorization", "Bearer " + token());
  }

  /** Tokens live for a quarter of an hour, a benchmark for longer. */
  private synchronized String token() throws IOException, InterruptedException {
    if (token.isEmpty() || System.nanoTime() - tokenBegin > TOKEN_LIFE.toNanos()) {
      token = api.freshToken();
      tokenBegin = System.nanoTime();
    }
    return token;
  }
}
