package io.gazetteer.api.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RawConnection;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A process with little time and few places for what arrives. */
class TransferIT {
  private static final Duration TIME = Duration.ofSeconds(4);
  private static final Duration LONGEST = TIME.multipliedBy(4);
  private static final int BODIES = 20;
  private static final int AT_ONCE = 8;
  private static final int CONNECTIONS = 100;
  private static final String LOGIN =
      "{\"username\": \"admin\", \"password\": \"" + TestApi.ADMIN_PASSWORD + "\"}";

  private static ConfigurableApplicationContext context;
  private static TestApi api;

  @BeforeAll
  static void start() {
    TestApi.shared();
    var settings = TestApi.settings();
    settings.put("gazetteer.transfer.request-time", TIME.toSeconds() + "s");
    settings.put("gazetteer.transfer.bodies", BODIES);
    settings.put("gazetteer.rate-limit.requests-at-once", AT_ONCE);
    settings.put("server.tomcat.max-connections", CONNECTIONS);
    context = TestApi.start(settings);
    api = TestApi.of(context);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void takesABodyThatComesInPieces() throws IOException {
    try (var connection = new RawConnection(api.url())) {
      connection.send(RawConnection.loginHead(LOGIN.length()));
      await().until(() -> api.bean(Bodies.class).count() == 1);
      connection.send(LOGIN.substring(0, 10)).send(LOGIN.substring(10, 20));
      connection.send(LOGIN.substring(20));

      assertThat(connection.answer()).startsWith("HTTP/1.1 200").contains("access_token");
      assertThat(api.bean(Bodies.class).count()).isZero();
    }
  }

  @Test
  void takesChunksAndRequestsThatFollowAtOnce() throws IOException {
    var chunked =
        "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "%x\r\n%s\r\n0\r\n\r\n".formatted(LOGIN.length(), LOGIN);
    try (var connection = new RawConnection(api.url())) {
      connection.send(chunked + RawConnection.loginHead(LOGIN.length()) + LOGIN + chunked);

      for (int i = 0; i < 3; i++) {
        assertThat(connection.answer()).startsWith("HTTP/1.1 200").contains("access_token");
      }
    }
  }

  @Test
  void refusesABodyThatDoesNotArriveInTime() throws IOException {
    long began = System.nanoTime();
    try (var connection = new RawConnection(api.url())) {
      connection.send(RawConnection.loginHead(60_000) + "{");
      await()
          .pollInterval(Duration.ofMillis(200))
          .atMost(LONGEST)
          .until(() -> !connection.trySend(" ") || api.bean(Bodies.class).count() == 0);

      assertThat(connection.answer())
          .startsWith("HTTP/1.1 408")
          .containsIgnoringCase("connection: close")
          .contains("\"code\":\"request_timeout\"", "X-Content-Type-Options: nosniff");
      connection.awaitEnd();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(TIME, LONGEST);
  }

  @Test
  void sendsTheOldestOfManyBodiesAway() throws IOException {
    var slow = new ArrayList<RawConnection>();
    try {
      for (int number : new int[] {1, BODIES, BODIES + 1}) {
        while (slow.size() < number) {
          slow.add(new RawConnection(api.url()).send(RawConnection.loginHead(LOGIN.length())));
        }
        await().until(() -> api.bean(Bodies.class).count() == Math.min(number, BODIES));
      }

      assertThat(slow.getFirst().answer())
          .startsWith("HTTP/1.1 503")
          .containsIgnoringCase("retry-after: 1");
      assertThat(slow.getLast().send(LOGIN).answer()).startsWith("HTTP/1.1 200");
      assertThat(api.logIn("admin", TestApi.ADMIN_PASSWORD).status()).isEqualTo(200);
    } finally {
      close(slow);
    }
  }

  @Test
  void leavesTheBodiesOfOtherNetworksAlone() throws IOException {
    var slow = new ArrayList<RawConnection>();
    try (var other = new RawConnection(api.url(), "127.0.0.9")) {
      other.send(RawConnection.loginHead(LOGIN.length()));
      await().until(() -> api.bean(Bodies.class).count() == 1);
      for (int i = 0; i < 2 * BODIES; i++) {
        slow.add(new RawConnection(api.url()).send(RawConnection.loginHead(60_000)));
      }
      assertThat(slow.getFirst().answer()).startsWith("HTTP/1.1 503");
      assertThat(other.send(LOGIN).answer()).startsWith("HTTP/1.1 200");
    } finally {
      close(slow);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /api/health HTTP/1.1\r\nHost: localhost", "GE"})
  void closesConnectionsWhoseHeadDoesNotArriveInTime(String begin) throws IOException {
    long began = System.nanoTime();
    try (var connection = new RawConnection(api.url())) {
      connection.send(begin);
      await()
          .pollInterval(Duration.ofMillis(200))
          .atMost(LONGEST)
          .until(() -> !connection.trySend("x"));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(TIME, LONGEST);
  }

  @Test
  void letsNewcomersInWhenManyConnectionsDoNothing() throws IOException {
    var idle = new ArrayList<RawConnection>();
    try {
      for (int i = 0; i < 3 * CONNECTIONS; i++) {
        idle.add(new RawConnection(api.url(), "127.0.0.9").send("GET /api/hea"));
      }
      long began = System.nanoTime();
      assertThat(api.get("/api/health").status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TIME);
    } finally {
      close(idle);
    }
  }

  @Test
  void refusesLargeBodiesAlsoOfRoutesThatReadNone() {
    var large = "{\"x\":\"" + "x".repeat(100_000) + "\"}";
    var headers = Map.of("Authorization", "Bearer " + api.token(), "Content-Type", "text/plain");

    assertThat(api.send("POST", "/api/index/rebuild", large, headers).status()).isEqualTo(413);
    assertThat(api.send("POST", "/api/index/rebuild", large, Map.of()).status()).isEqualTo(401);
  }

  @Test
  void leavesThreadsToOthersHoweverManyOneCallerWants() throws IOException {
    var crawl = new CrawlRows(api).newest(new RegisteredDataSources(api).register("transfer"));
    var viewer = api.tokenOf("viewer");
    var streams = new ArrayList<RawConnection>();
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        streams.add(
            new RawConnection(api.url())
                .send(
                    "GET /api/crawls/%s/events HTTP/1.1\r\nHost: localhost\r\n".formatted(crawl)
                        + "Authorization: Bearer %s\r\n\r\n".formatted(viewer)));
      }
      await().until(() -> api.callAs(viewer, "GET", "/api/auth/me", null).status() == 429);
      assertThat(api.callAs(viewer, "GET", "/api/auth/me", null).header("Retry-After"))
          .isNotEmpty();
      assertThat(api.get("/api/auth/me").status()).isEqualTo(200);
    } finally {
      close(streams);
    }
  }

  @Test
  void keepsFewThreadsForReadersWithoutAToken() throws IOException {
    var slow = new ArrayList<RawConnection>();
    try {
      for (int i = 0; i < OpenDocuments.MOST + 5; i++) {
        slow.add(
            RawConnection.thatReadsLittle(api.url())
                .send("GET /api/docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      }
      await().until(() -> api.send("GET", "/api/openapi.json", null, Map.of()).status() == 503);
      assertThat(api.logIn("admin", TestApi.ADMIN_PASSWORD).status()).isEqualTo(200);
    } finally {
      close(slow);
    }
    await().until(() -> api.send("GET", "/api/openapi.json", null, Map.of()).status() == 200);
  }

  private static void close(List<RawConnection> connections) throws IOException {
    for (var connection : connections) {
      connection.close();
    }
  }
}
