package io.gazetteer.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A mix of calls to one server, ready to be sent. Most are one request; one that is several sends
 * each when the one before has been answered.
 *
 * @param port of the server, on this machine
 */
public record Calls(int port, List<List<byte[]>> mix) {
  public Calls {
    mix = List.copyOf(mix);
  }

  /** Gets these paths with a bearer token; without one when it is empty. */
  public static Calls get(int port, String token, List<String> paths) {
    return getWith(port, token.isEmpty() ? "" : "Authorization: Bearer " + token, paths);
  }

  /** Gets these pages as a browser that has signed in. */
  public static Calls pages(int port, String cookie, List<String> paths) {
    return getWith(port, "Accept: text/html\r\nCookie: " + cookie, paths);
  }

  private static Calls getWith(int port, String headers, List<String> paths) {
    var mix = new ArrayList<List<byte[]>>();
    for (var path : paths) {
      var request = new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\n");
      request.append("Host: 127.0.0.1:").append(port).append("\r\n");
      if (!headers.isEmpty()) {
        request.append(headers).append("\r\n");
      }
      request.append("\r\n");
      mix.add(List.of(request.toString().getBytes(StandardCharsets.US_ASCII)));
    }
    return new Calls(port, mix);
  }

  /** Posts one JSON body without a token. */
  public static Calls post(int port, String path, String json) {
    return post(port, path, "", List.of(json));
  }

  /**
   * Posts these JSON bodies.
   *
   * @param headers more of them, each with its line end
   */
  public static Calls post(int port, String path, String headers, List<String> jsons) {
    var mix = new ArrayList<List<byte[]>>();
    for (var json : jsons) {
      int length = json.getBytes(StandardCharsets.UTF_8).length;
      var request =
          "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n".formatted(path, port)
              + headers
              + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(length)
              + json;
      mix.add(List.of(request.getBytes(StandardCharsets.UTF_8)));
    }
    return new Calls(port, mix);
  }

  /** How many different calls there are. */
  public int size() {
    return mix.size();
  }

  /** How many requests all of them are. */
  public int requests() {
    return mix.stream().mapToInt(List::size).sum();
  }

  /** Makes one of them; after the last comes the first again. */
  void make(long number, HttpConnection connection) throws IOException {
    for (var request : mix.get((int) (number % mix.size()))) {
      connection.call(request);
    }
  }
}
