package io.gazetteer.api.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gazetteer.api.testing.TestCertificate;
import io.gazetteer.common.index.IndexConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** How the client of both applications logs in, as Spring Boot makes it. */
class IndexLoginTest {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  /** The logins that came, an empty one for a request without. */
  private final List<String> logins = new CopyOnWriteArrayList<>();

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      logins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void ask(String url, String... settings) {
    var all =
        Stream.concat(Stream.of("spring.elasticsearch.uris=" + url), Stream.of(settings))
            .toArray(String[]::new);
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                SslAutoConfiguration.class, ElasticsearchRestClientAutoConfiguration.class))
        .withUserConfiguration(IndexConfiguration.class)
        .withPropertyValues(all)
        .run(context -> context.getBean(Rest5Client.class).performRequest(new Request("GET", "/")));
  }

  private void askOpenly(String... settings) throws IOException {
    var server = HttpServer.create(ANY_PORT, 0);
    server.createContext("/", this::answer);
    server.start();
    try {
      ask("http://127.0.0.1:" + server.getAddress().getPort(), settings);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void sendsThePasswordAtOnceAndOnce() throws IOException {
    askOpenly("spring.elasticsearch.username=me", "spring.elasticsearch.password=it's:me");

    assertThat(logins).containsExactly("Basic bWU6aXQnczptZQ==");
  }

  @Test
  void sendsAnApiKey() throws IOException {
    askOpenly("spring.elasticsearch.api-key=a2V5");

    assertThat(logins).containsExactly("ApiKey a2V5");
  }

  @Test
  void sendsNothingUnlessItIsTold() throws IOException {
    askOpenly(
        "spring.elasticsearch.username=",
        "spring.elasticsearch.password=",
        "spring.elasticsearch.api-key=");

    assertThat(logins).containsExactly("null");
  }

  @Test
  void trustsWhomTheFileNamesAndNobodyElse(@TempDir Path folder) throws Exception {
    var certificate = TestCertificate.make(folder, "ours");
    var ours = certificate.file();
    var other = TestCertificate.make(folder, "other").file();
    var server = HttpsServer.create(ANY_PORT, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    server.createContext("/", this::answer);
    server.start();
    var url = "https://localhost:" + server.getAddress().getPort();
    try {
      ask(url, "gazetteer.elasticsearch.ca-file=" + ours);
      assertThat(logins).hasSize(1);
      for (var wrong : List.of("", other.toString())) {
        assertThatThrownBy(() -> ask(url, "gazetteer.elasticsearch.ca-file=" + wrong))
            .hasStackTraceContaining("PKIX path");
      }
      assertThat(logins).hasSize(1);
    } finally {
      server.stop(0);
    }
  }
}
