package io.gazetteer.api.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gazetteer.common.index.IndexConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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
    var ours = certificate(folder, "ours");
    var other = certificate(folder, "other");
    var server = HttpsServer.create(ANY_PORT, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(folder.resolve("ours.p12"))));
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

  /** Makes a key and returns its certificate. */
  private static Path certificate(Path folder, String name) throws Exception {
    var store = folder.resolve(name + ".p12").toString();
    keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-keystore",
        store,
        "-storepass",
        "changeit");
    var file = folder.resolve(name + ".pem");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        name,
        "-keystore",
        store,
        "-storepass",
        "changeit",
        "-file",
        file.toString());
    return file;
  }

  private static void keytool(String... words) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static SSLContext context(Path store) throws Exception {
    var password = "changeit".toCharArray();
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, password);
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
