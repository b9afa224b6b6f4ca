package io.gazetteer.api.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.identity.users.Users;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Whoever begins a request in time and ends it later may no more than at its end. */
class SlowBodyIT {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final TestApi api = TestApi.shared();

  @Test
  void letsNobodyMakeUsersWhoIsNoAdministratorAnyMore() throws IOException {
    var name = api.addUser("admin");
    var token = logIn(name);
    var made = "late-" + UUID.randomUUID();
    var body = Map.of("username", made, "password", TestApi.USER_PASSWORD, "role", "admin");

    try (var request = begin("/api/users", token, JsonMapper.shared().writeValueAsString(body))) {
      change(name, Map.of("role", "viewer"));
      await()
          .atMost(SOON)
          .until(() -> api.callAs(token, "GET", "/api/users", null).status() == 403);
      assertThat(request.end()).startsWith("HTTP/1.1 403");
    }
    assertThat(api.bean(Users.class).find(made)).isEmpty();
  }

  @Test
  void letsNobodyMakeTokensWhoseSessionsWereEnded() throws IOException {
    var name = api.addUser("editor");
    var token = logIn(name);

    try (var request = begin("/api/tokens", token, "{\"name\": \"late\", \"role\": \"editor\"}")) {
      change(name, Map.of("password", "A-new-pass-phrase-41"));
      await()
          .atMost(SOON)
          .until(() -> api.callAs(token, "GET", "/api/auth/me", null).status() == 401);
      assertThat(request.end()).startsWith("HTTP/1.1 401");
    }
    assertThat(
            api.bean(JdbcClient.class)
                .sql("select count(*) from api_token where user_id = ?")
                .param(id(name))
                .query(Integer.class)
                .single())
        .isZero();
  }

  private void change(String name, Map<String, Object> change) {
    assertThat(api.call("PATCH", "/api/users/" + id(name), change).status()).isEqualTo(200);
  }

  private UUID id(String name) {
    return api.bean(Users.class).find(name).orElseThrow().id();
  }

  private String logIn(String name) {
    return api.logIn(name, TestApi.USER_PASSWORD).json().path("access_token").asString();
  }

  /** Sends all of a request but the last byte of its body. */
  private Begun begin(String path, String token, String body) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(api.url()).getPort());
    socket.setSoTimeout(10_000);
    var head =
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Connection: close\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, token, body.length());
    socket.getOutputStream().write(ascii(head + body.substring(0, body.length() - 1)));
    return new Begun(socket, body.substring(body.length() - 1));
  }

  private record Begun(Socket socket, String rest) implements AutoCloseable {
    String end() throws IOException {
      socket.getOutputStream().write(ascii(rest));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
