package io.gazetteer.api.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RawConnection;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How large a body may be, and how large all of them together. */
class LargeBodiesIT {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LARGEST = 1280 * 1024;

  /** What a large body takes of the room that all of them share. */
  private static final int SHARE = LARGEST - 64 * 1024;

  private static final String HEAD =
      "POST /api/db-credentials HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: "
          + LARGEST
          + "\r\n\r\n";

  private final TestApi api = TestApi.shared();
  private final Bodies bodies = api.bean(Bodies.class);

  @ParameterizedTest
  @CsvSource({
    "/api/tokens,65536,400",
    "/api/db-credentials,1310720,400",
    "/api/db-credentials/test,1310720,400"
  })
  void aBodyHasItsMostBytesAndNotOneMore(String path, int most, int status) {
    var headers = Map.of("Authorization", "Bearer " + api.token(), "Content-Type", JSON);

    assertThat(api.send("POST", path, json(most), headers).status()).isEqualTo(status);
    assertThat(api.send("POST", path, json(most + 1), headers).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({"/sign-in,65536", "/account/tokens,65536", "/databases/new,1310720"})
  void aFormHasItsMostBytesAndNotOneMore(String path, int most) {
    var cookie = "gazetteer_session=" + Browser.as(api, "editor").cookie("gazetteer_session");
    var headers = Map.of("Cookie", cookie, "Content-Type", FORM);

    // It is read, and found to be none of ours.
    assertThat(api.send("POST", path, form(most), headers).status()).isEqualTo(403);
    assertThat(api.send("POST", path, form(most + 1), headers).status()).isEqualTo(413);
  }

  /** Whoever sends many that do not end must not keep others from registering a database. */
  @Test
  void theOldestLargeOneMakesRoomForTheNext() throws IOException {
    int fitting = Bodies.MOST_LARGE_BYTES / SHARE;
    var slow = new ArrayList<RawConnection>();
    try (var honest = new RawConnection(api.url(), "127.0.0.82").send(HEAD)) {
      for (int i = 0; i < fitting; i++) {
        slow.add(new RawConnection(api.url()).send(HEAD).send(unfinished()));
        int before = i;
        await().until(() -> bodies.largeBytes() > before * SHARE + SHARE / 2);
      }
      honest.send(unfinished());
      assertThat(slow.getFirst().answer())
          .startsWith("HTTP/1.1 503")
          .containsIgnoringCase("retry-after: 1")
          .containsIgnoringCase("connection: close");
      assertThat(bodies.largeBytes()).isBetween(SHARE, Bodies.MOST_LARGE_BYTES);

      assertThat(slow.getLast().send("}").answer()).startsWith("HTTP/1.1 401");
      assertThat(honest.send("}").answer()).startsWith("HTTP/1.1 401");
    } finally {
      for (var connection : slow) {
        connection.close();
      }
    }
    await().until(() -> bodies.largeBytes() == 0);
  }

  @Test
  void whatOneNetworkSendsTakesTheRoomOfNoOther() throws IOException {
    var slow = new ArrayList<RawConnection>();
    try (var honest = new RawConnection(api.url(), "127.0.0.82")) {
      honest.send(HEAD).send(unfinished());
      await().until(() -> bodies.largeBytes() > SHARE / 2);
      for (int i = 0; i < 2 * Bodies.MOST_LARGE_BYTES / SHARE; i++) {
        slow.add(new RawConnection(api.url()).send(HEAD).send(unfinished()));
      }
      assertThat(slow.getFirst().answer()).startsWith("HTTP/1.1 503");
      assertThat(honest.send("}").answer()).startsWith("HTTP/1.1 401");
    } finally {
      for (var connection : slow) {
        connection.close();
      }
    }
    await().until(() -> bodies.largeBytes() == 0);
  }

  private static String json(int bytes) {
    var empty = "{\"username\":\"\",\"password\":\"x\"}";
    return empty.replaceFirst("\"\"", "\"" + "x".repeat(bytes - empty.length()) + "\"");
  }

  private static String form(int bytes) {
    return "username=" + "x".repeat(bytes - "username=".length());
  }

  /** All but the last byte. */
  private static String unfinished() {
    var body = json(LARGEST);
    return body.substring(0, body.length() - 1);
  }
}
