package io.gazetteer.api.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.RawConnection;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each test has an address of its own, which it spoils. */
class UnknownTokensIT {
  private static final int MANY = 400;

  private final TestApi api = TestApi.shared();

  @Test
  void costOneNetworkNoMoreQueriesAndTheGoodTokensBehindItNothing() throws IOException {
    var from = "127.0.0.77";
    var unused = token("before");
    int refused = 0;
    for (int i = 0; i < MANY; i++) {
      refused += me(from, OpaqueToken.make("gzt_")).startsWith("HTTP/1.1 429") ? 1 : 0;
    }
    assertThat(refused).isBetween(1, MANY - 300);
    assertThat(RawConnection.refusalOfUnknownTokens(api.url(), from))
        .containsIgnoringCase("retry-after: ");

    assertThat(me(from, unused)).startsWith("HTTP/1.1 200");
    assertThat(me(from, token("after"))).startsWith("HTTP/1.1 200");
    assertThat(me(from, api.token())).startsWith("HTTP/1.1 200");
    assertThat(me("127.0.0.78", OpaqueToken.make("gzt_"))).startsWith("HTTP/1.1 401");
  }

  @Test
  void countAlsoWhenTheyWouldContinueOrEndASession() throws IOException {
    var from = "127.0.0.79";
    var name = api.addUser("viewer");
    var session = api.logIn(name, TestApi.USER_PASSWORD).json();
    int refused = 0;
    for (int i = 0; i < MANY; i++) {
      var path = i % 2 == 0 ? "/api/auth/refresh" : "/api/auth/logout";
      refused += post(from, path, OpaqueToken.make("gzr_")).startsWith("HTTP/1.1 429") ? 1 : 0;
    }
    assertThat(refused).isBetween(1, MANY - 300);

    var good = session.path("refresh_token").asString();
    assertThat(post(from, "/api/auth/refresh", good)).startsWith("HTTP/1.1 200");
  }

  private String token(String name) {
    var form = Map.of("name", name, "role", "viewer", "expires_in_days", 1);
    return api.post("/api/tokens", form).json().path("token").asString();
  }

  private String me(String from, String token) throws IOException {
    return RawConnection.get(api.url(), from, "/api/auth/me", "Authorization: Bearer " + token);
  }

  private String post(String from, String path, String token) throws IOException {
    var body = "{\"refresh_token\":\"" + token + "\"}";
    try (var connection = new RawConnection(api.url(), from)) {
      return connection
          .send(
              "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n")
          .send("Content-Length: " + body.length() + "\r\n\r\n" + body)
          .answer();
    }
  }
}
