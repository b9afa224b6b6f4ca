package io.gazetteer.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Sends what no client of ours sends, byte by byte: it is the caller's fault, and no news to us.
 */
class MalformedRequestsIT {
  private static final int SLOWEST_ANSWER_MILLIS = 5000;

  private static final List<String> PATHS =
      List.of(
          "/api/search/",
          "/api/suggest",
          "/api/db-schema/",
          "/api/search-table/",
          "/api/health",
          "/api/openapi.json",
          "/sign-in",
          "/api/users/",
          "/nothing");

  private static final List<String> QUERIES =
      List.of(
          "?q=%",
          "?q=%f",
          "?q=%zz",
          "?q=%ff",
          "?q=%C3",
          "?q=%ED%A0%80",
          "?q=%F8%88%80%80%80",
          "?q=%00",
          "?=1",
          "?%01=1",
          "?q=a&%0D%0A=1",
          "?%=1",
          "?&&&=&",
          "?q=a&q=b&q=%",
          "?limit=%EF%BC%91",
          "?q=" + "a&q=".repeat(1100),
          "?q={}|^`[]",
          "?q=\u00e4");

  private static final List<String> START_LINES =
      List.of(
          "GET %s HTTP/0.9",
          "GET %s HTTP/1.9",
          "GET %s HTTP/2.0",
          "GET %s HTTP/9.9",
          "GET %s HTTP/x",
          "GET %s",
          "GET  %s  HTTP/1.1",
          "CONNECT %s HTTP/1.1",
          "TRACE %s HTTP/1.1",
          "OPTIONS * HTTP/1.1",
          "get %s HTTP/1.1",
          "FOO %s HTTP/1.1",
          "G(T %s HTTP/1.1",
          "PROPFIND %s HTTP/1.1",
          "GET http://evil.example%s HTTP/1.1",
          "GET \\%s HTTP/1.1",
          "GET %s#x HTTP/1.1",
          "PRI * HTTP/2.0",
          "\u0016\u0003\u0001\u0002");

  private static final List<String> HEADERS =
      List.of(
          "Expect: something",
          "Expect: 100-continue",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding: gzip, chunked",
          "Transfer-Encoding: xchunked",
          "Transfer-Encoding: chunked, chunked",
          "Transfer-Encoding: chunked\r\nContent-Length: 5",
          "Content-Length: 5\r\nContent-Length: 6",
          "Content-Length: -1",
          "Content-Length: 99999999999999999999",
          "Content-Length: x",
          "No colon here",
          "Bad\u0000Name: x",
          "Name: with\u0000null",
          " folded: x",
          "Host: a\r\nHost: b",
          "Host: a b",
          "Host: [::1",
          "Long: " + "x".repeat(20_000),
          "A: b\r\n".repeat(300) + "A: b",
          "Accept: /",
          "Accept: text/plain;q=x",
          "Content-Type: /\r\nContent-Length: 0",
          "If-None-Match: \"",
          "Range: bytes=x",
          "Authorization: Bearer ",
          "Authorization: Basic !!!",
          "Idempotency-Key: \u00e4",
          "Idempotency-Key: \u0085",
          "Accept: \u0085",
          "Accept-Encoding: \u0085",
          "If-None-Match: \u0085",
          "X-Request-Id: \u0085",
          "User-Agent: \u0085",
          "Accept-Encoding: gzip;q=x",
          "Cookie: a=b; =; ;;");

  private static final List<String> BODIES =
      List.of(
          "{\"username\": \"a\\ud800\", \"password\": \"b\"}",
          "{\"username\": \"a\", \"password\": \"b\\udfff\"}",
          "{\"username\": \"a\\u0000\", \"password\": \"b\"}",
          "{\"\\ud800x\": 1, \"a\": 1}",
          "{\"\\udc00\": 1, \"\\ud83d\": 1}",
          "{\"" + "x".repeat(63) + "\\ud83d\\ude00\": 1, \"a\": 1}",
          "{\"username\": {}, \"password\": []}",
          "{\"username\": 1e999999999, \"password\": 1}",
          "{\"username\": \"\u00ff\u00fe\"}",
          "{\"a\":".repeat(2000),
          "[".repeat(5000),
          "\u0000",
          "\u00ef\u00bb\u00bf{}",
          "{\"name\": \"\\ud83d\", \"role\": \"viewer\"}",
          "nul",
          "{\"x\": NaN}",
          "'a'");

  private final TestApi api = TestApi.shared();
  private final List<String> wrong = new ArrayList<>();
  private int sent;

  @Test
  void areRefusedInTimeAndLeaveNoTrace() throws IOException {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var events = new ListAppender<ILoggingEvent>();
    events.start();
    root.addAppender(events);
    try {
      sendAll();
    } finally {
      root.detachAppender(events);
    }
    assertThat(sent).isGreaterThan(400);
    assertThat(answerOf(badChunk())).startsWith("HTTP/1.1 400");
    assertThat(wrong).isEmpty();
    assertThat(List.copyOf(events.list))
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .filteredOn(event -> event.getLoggerName().startsWith("io.gazetteer"))
        .isEmpty();
    assertThat(api.get("/api/health").status()).isEqualTo(200);
  }

  private void sendAll() throws IOException {
    for (var path : PATHS) {
      for (var query : QUERIES) {
        send("GET " + path + query + " HTTP/1.1\r\n" + known() + "\r\n");
      }
      for (var line : START_LINES) {
        send(line.replace("%s", path) + "\r\n" + known() + "\r\n");
      }
      for (var header : HEADERS) {
        send("GET " + path + " HTTP/1.1\r\n" + known() + header + "\r\n\r\n");
      }
    }
    for (var path :
        List.of("/api/auth/login", "/mcp", "/api/users/", "/api/tokens/", "/api/nothing")) {
      for (var body : BODIES) {
        post(path, "Content-Length: " + bytes(body).length + "\r\n\r\n" + body);
        post(path, "Transfer-Encoding: chunked\r\n\r\n" + "zz\r\n" + body);
        post(path, "Transfer-Encoding: chunked\r\n\r\n0\r\n" + "T: x\r\n".repeat(900) + "\r\n");
      }
    }
  }

  private String badChunk() {
    return "POST /api/auth/login HTTP/1.1\r\n"
        + known()
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}";
  }

  private void post(String path, String rest) throws IOException {
    send("POST " + path + " HTTP/1.1\r\n" + known() + "Content-Type: application/json\r\n" + rest);
  }

  private String known() {
    return "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer " + api.token() + "\r\n";
  }

  /** One character is one byte. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void send(String request) throws IOException {
    sent++;
    var answer = answerOf(request);
    boolean isFine =
        answer.isEmpty()
            || answer.matches("HTTP/1[.]1 [1234]\\d\\d.*")
            // HTTP/0.9 has no first line.
            || !request.contains(" HTTP/");
    if (!isFine) {
      wrong.add(answer + " <- " + request.lines().findFirst().orElse("") + " ... " + end(request));
    }
  }

  private static String end(String request) {
    var text = request.strip();
    return text.substring(Math.max(0, text.length() - 60));
  }

  /** Returns the first line of the answer; empty when the connection is closed without one. */
  private String answerOf(String request) throws IOException {
    try (var socket =
        new Socket(InetAddress.ofLiteral("127.0.0.1"), URI.create(api.url()).getPort())) {
      socket.setSoTimeout(SLOWEST_ANSWER_MILLIS);
      socket.getOutputStream().write(bytes(request));
      socket.shutdownOutput();
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.lines().findFirst().orElse("");
    } catch (SocketException e) {
      return "";
    }
  }
}
