package io.gazetteer.api.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.RawConnection;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A connection that somebody keeps, while strangers of the same address open more and more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownConnectionIT {
  private static final int CONNECTIONS = 100;
  private static final String NETWORK = "127.0.0.9";

  private final ConfigurableApplicationContext context = start();
  private final TestApi api = TestApi.of(context);
  private final List<RawConnection> strangers = new ArrayList<>();

  private static ConfigurableApplicationContext start() {
    TestApi.shared();
    var settings = TestApi.settings();
    settings.put("server.tomcat.max-connections", CONNECTIONS);
    return TestApi.start(settings);
  }

  @AfterEach
  void closeStrangers() throws IOException {
    for (var connection : strangers) {
      connection.close();
    }
    strangers.clear();
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "login"})
  void isClosedAfterThoseOfStrangers(String shown) throws IOException {
    var request =
        shown.equals("token")
            ? get("/api/auth/me", "Authorization: Bearer " + api.token() + "\r\n")
            : login();
    try (var kept = new RawConnection(api.url(), NETWORK)) {
      assertThat(kept.send(request).answer()).startsWith("HTTP/1.1 200");

      openTooMany();
      strangers.getFirst().awaitEnd();

      assertThat(kept.send(request).answer()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void isKeptAlsoWhereItsNetworkHasMost() throws IOException {
    var request = get("/api/auth/me", "Authorization: Bearer " + api.token() + "\r\n");
    try (var kept = new RawConnection(api.url(), NETWORK);
        var another = new RawConnection(api.url(), NETWORK)) {
      assertThat(kept.send(request).answer()).startsWith("HTTP/1.1 200");
      assertThat(another.send(request).answer()).startsWith("HTTP/1.1 200");
      for (int i = 1; i <= 2 * CONNECTIONS; i++) {
        strangers.add(new RawConnection(api.url(), "127.0.1." + i));
      }
      strangers.getFirst().awaitEnd();

      assertThat(kept.send(request).answer()).startsWith("HTTP/1.1 200");
      assertThat(another.send(request).answer()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void isClosedInItsTurnWhenNobodyHasShownWhoTheyAre() throws IOException {
    try (var first = new RawConnection(api.url(), NETWORK)) {
      assertThat(first.send(get("/api/health", "")).answer()).startsWith("HTTP/1.1 200");

      openTooMany();

      first.awaitEnd();
    }
  }

  private void openTooMany() throws IOException {
    for (int i = 0; i < 3 * CONNECTIONS; i++) {
      strangers.add(new RawConnection(api.url(), NETWORK));
    }
  }

  private static String get(String path, String headers) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
  }

  private static String login() {
    var body = "{\"username\": \"admin\", \"password\": \"%s\"}".formatted(TestApi.ADMIN_PASSWORD);
    return RawConnection.loginHead(body.length()) + body;
  }
}
