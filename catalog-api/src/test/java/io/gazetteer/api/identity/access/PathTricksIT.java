package io.gazetteer.api.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Paths that a filter and a router might read in different ways. */
class PathTricksIT {
  private static final int TRICKS = 2000;
  private static final Random RANDOM = new Random(18);

  private static final List<String> SEPARATORS =
      List.of(
          "//",
          "///",
          "%2f",
          "%2F",
          "%252f",
          "\\",
          "%5c",
          "/./",
          "/%2e/",
          "/;/",
          "/;a=b/",
          "/.;/",
          "/x/../",
          "/x/%2e%2e/",
          "/x/..;/",
          "/x/..%2f",
          "%c0%af",
          "%ef%bc%8f",
          "%00/",
          "/%09");

  private static final List<String> ENDS =
      List.of(
          "/",
          "//",
          ";",
          ";x",
          ";jsessionid=1",
          "%3b",
          "%3Bx=y",
          "%20",
          "%00",
          "%0a",
          ".json",
          ".css",
          ".html",
          "/.",
          "/..",
          "/x/..",
          "/%2e",
          "%2f",
          "..;/",
          "?",
          "?;",
          "%3f",
          "%23",
          "/..%2f",
          ";/../health",
          "/..;/health");

  private static final List<String> STARTS =
      List.of(
          "/api/health/..",
          "/api/health/%2e%2e/..",
          "/api/auth/login/../../..",
          "/api/auth/login/..;/..;/..",
          "/api/health;/..",
          "/api/health%2f..",
          "/error/..",
          "/error;/..",
          "/.well-known/jwks.json/../..",
          "/actuator/health/../..",
          "http://localhost",
          "http://localhost/api/health/../..",
          "/",
          "/.",
          ";",
          "/;",
          "/%2e",
          "/static",
          "/%20");

  private final TestApi api = TestApi.shared();

  @Test
  void leadNowhere() throws IOException {
    var routes = Routes.of(api);
    var tried = new LinkedHashSet<String>();
    for (int i = 0; tried.size() < TRICKS; i++) {
      var route = routes.get(i % routes.size());
      var line = route.anyMethod() + " " + tricked(route.anyPath());
      if (tried.add(line)) {
        tryOut(route, line);
      }
    }
  }

  private void tryOut(Routes.Route route, String line) throws IOException {
    if (route.rule().isOpen()) {
      assertItselfOrRefused(route, line);
      return;
    }
    assertRefused(line, "");
    if (!AccessIT.mayCall("viewer", route.rule())) {
      assertRefused(line, "Authorization: Bearer " + api.tokenOf("viewer") + "\r\n");
    }
  }

  /** What is open to everyone leads to nothing else. */
  private void assertItselfOrRefused(Routes.Route route, String line) throws IOException {
    var answer = send(line, "");
    if (answer.startsWith("HTTP/1.1 2")) {
      var plain = send(route.anyMethod() + " " + route.anyPath(), "");
      assertThat(withoutRequest(answer)).as(line).isEqualTo(withoutRequest(plain));
    } else {
      assertRefused(line, "");
    }
  }

  private static List<String> withoutRequest(String answer) {
    return answer
        .lines()
        .filter(header -> !header.matches("(?i)(x-request-id|date|x-.*-ms): .*"))
        .toList();
  }

  private static String tricked(String path) {
    var tricked = path;
    for (int i = 0; i <= RANDOM.nextInt(2); i++) {
      tricked = oneOf(TRICKSTERS).apply(tricked);
    }
    return tricked;
  }

  private static final List<UnaryOperator<String>> TRICKSTERS =
      List.of(
          PathTricksIT::otherSeparator,
          path -> path + oneOf(ENDS),
          path -> oneOf(STARTS) + path,
          PathTricksIT::otherCase,
          PathTricksIT::encodedLetter);

  private static String otherSeparator(String path) {
    var parts = path.split("/", -1);
    if (parts.length == 1) {
      return path;
    }
    int at = 1 + RANDOM.nextInt(parts.length - 1);
    return String.join("/", List.of(parts).subList(0, at))
        + oneOf(SEPARATORS)
        + String.join("/", List.of(parts).subList(at, parts.length));
  }

  private static String otherCase(String path) {
    int at = RANDOM.nextInt(path.length());
    return path.substring(0, at) + path.substring(at).toUpperCase(Locale.ROOT);
  }

  private static String encodedLetter(String path) {
    int at = RANDOM.nextInt(path.length());
    return path.substring(0, at)
        + "%%%02x".formatted((int) path.charAt(at))
        + path.substring(at + 1);
  }

  private static <T> T oneOf(List<T> list) {
    return list.get(RANDOM.nextInt(list.size()));
  }

  private void assertRefused(String line, String header) throws IOException {
    var status = send(line, header).substring(0, 12);
    assertThat(Set.of('4', '5')).as("%s: %s", line, status).contains(status.charAt(9));
    assertThat(status).as(line).doesNotContain(" 500");
  }

  private String send(String line, String header) throws IOException {
    var address = URI.create(api.url());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      var request =
          line
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Type: application/json\r\nContent-Length: 2\r\n"
              + header
              + "\r\n{}";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).as(line).startsWith("HTTP/1.1 ");
      return answer;
    }
  }
}
