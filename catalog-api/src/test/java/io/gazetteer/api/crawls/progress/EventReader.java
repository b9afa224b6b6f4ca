package io.gazetteer.api.crawls.progress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stream of server-sent events in the background. */
final class EventReader implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpResponse<InputStream> response;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean cut;

  EventReader(String url, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(URI.create(url));
    headers.forEach(request::header);
    try {
      response = http.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    thread = Thread.startVirtualThread(this::read);
  }

  private void read() {
    try (var reader =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      cut = true;
    }
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** All lines so far. */
  List<String> lines() {
    return lines;
  }

  /** The data of all events so far. */
  List<JsonNode> data() {
    return lines.stream()
        .filter(line -> line.startsWith("data: "))
        .map(line -> JsonMapper.shared().readTree(line.substring("data: ".length())))
        .toList();
  }

  List<String> states() {
    return data().stream().map(data -> data.path("state").asString()).toList();
  }

  /** Whether the server has ended the stream in an orderly way. */
  boolean hasEnded() {
    return !thread.isAlive() && !cut;
  }

  /** Goes away without a word. */
  void leave() {
    http.shutdownNow();
  }

  @Override
  public void close() {
    leave();
  }
}
