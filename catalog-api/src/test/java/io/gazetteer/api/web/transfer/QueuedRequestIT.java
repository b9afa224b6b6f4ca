package io.gazetteer.api.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.RawConnection;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** A process whose threads are all taken. */
class QueuedRequestIT {
  private static final int THREADS = 4;
  private static final int CONNECTIONS = 100;

  @Test
  void isAnsweredAlthoughOthersNeedTheConnection() throws IOException {
    TestApi.shared();
    var settings = TestApi.settings();
    settings.put("server.tomcat.threads.max", THREADS);
    settings.put("server.tomcat.threads.min-spare", THREADS);
    settings.put("server.tomcat.max-connections", CONNECTIONS);
    var idle = new ArrayList<RawConnection>();
    try (var context = TestApi.start(settings)) {
      var api = TestApi.of(context);
      var threads = threads((WebServerApplicationContext) context);
      var readers = new ArrayList<RawConnection>();
      for (int i = 0; i < THREADS; i++) {
        readers.add(
            RawConnection.thatReadsLittle(api.url())
                .send("GET /api/docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      }
      await().until(() -> threads.getActiveCount() == THREADS);
      try (var asked = new RawConnection(api.url(), "127.0.0.9")) {
        asked.send("GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await().until(() -> !threads.getQueue().isEmpty());
        for (int i = 0; i < 3 * CONNECTIONS; i++) {
          idle.add(new RawConnection(api.url(), "127.0.0.9"));
        }
        for (var reader : readers) {
          reader.close();
        }

        assertThat(asked.answer()).startsWith("HTTP/1.1 200");
      }
    } finally {
      for (var connection : idle) {
        connection.close();
      }
    }
  }

  private static ThreadPoolExecutor threads(WebServerApplicationContext context) {
    var server = (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
    return (ThreadPoolExecutor)
        server.getTomcat().getConnector().getProtocolHandler().getExecutor();
  }
}
