package io.gazetteer.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebIT {
  private final TestApi api = TestApi.shared();

  @ParameterizedTest
  @ValueSource(strings = {"{oops", "", "[]", "null", "\"x\"", "{} {}", "{\"a\":1,\"a\":2}"})
  void saysThatABodyCannotBeRead(String body) {
    var answer = api.post("/api/db-credentials/", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed_request");
  }

  @Test
  void repeatsNothingOfABodyThatCannotBeRead() {
    var answer = api.post("/api/db-credentials/", "{\"password\": Canary-1 }");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).doesNotContain("Canary");
  }

  /** Credentials may hold a bundle of certificates and have more room. */
  @ParameterizedTest
  @CsvSource({"/api/tokens,70000", "/api/db-credentials/,1400000"})
  void refusesALargeBody(String path, int letters) {
    var answer = api.post(path, "{\"name\":\"" + "x".repeat(letters) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("too_large");
  }

  @Test
  void refusesOtherMediaTypesAndMethods() {
    var headers = Map.of("Authorization", "Bearer " + api.token(), "Content-Type", "text/plain");
    var typed = api.send("POST", "/api/db-credentials/", "{}", headers);
    assertThat(typed.status()).isEqualTo(415);
    assertThat(typed.code()).isEqualTo("unsupported_media_type");

    var method = api.call("PUT", "/api/db-credentials/", "{}");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.code()).isEqualTo("method_not_allowed");
    assertThat(method.header("Allow")).contains("GET").contains("POST");
  }

  @ParameterizedTest
  @CsvSource({"/api/nothing,404", "/nothing,404", "/actuator/health,404", "/api/search,400"})
  void answersProblemsInOneShape(String path, int status) {
    var answer = api.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().propertyNames())
        .contains("type", "title", "status", "detail", "code", "request_id");
    assertThat(answer.json().path("request_id").asString())
        .isEqualTo(answer.header("X-Request-Id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/%zz", "/api/[x]", "/api/health?q=|", "/%00"})
  void answersProblemsToRequestsThatTheServerItselfRefuses(String path) throws Exception {
    var answer = raw("GET " + path + " HTTP/1.1");

    assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("x-request-id: ");
    assertThat(answer).contains("application/problem+json", "\"code\":\"malformed_request\"");
    assertThat(answer).doesNotContain("Tomcat", "Exception");
  }

  private String raw(String requestLine) throws IOException {
    var address = URI.create(api.url());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      var request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void keepsASaneRequestIdOfTheCaller() {
    assertThat(health(Map.of("X-Request-Id", "trace-42")).header("X-Request-Id"))
        .isEqualTo("trace-42");
    assertThat(health(Map.of("X-Request-Id", "x".repeat(100))).header("X-Request-Id")).hasSize(36);
    assertThat(health(Map.of()).header("X-Request-Id")).hasSize(36);
  }

  @Test
  void saysThatItIsReady() {
    var answer = health(Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asString()).isEqualTo("UP");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
  }

  private Answer health(Map<String, String> headers) {
    return api.send("GET", "/api/health/", null, headers);
  }
}
