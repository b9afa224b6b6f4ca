package io.gazetteer.api.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A plain proxy as people put in front of Gazetteer: it ends TLS, takes a path prefix off, and
 * gives each request to the next of several processes.
 */
public final class TlsProxy implements AutoCloseable {
  private static final char[] PASSWORD = "only-for-tests".toCharArray();
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade");

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger turn = new AtomicInteger();
  private final HttpsServer server;
  private final SSLContext tls;
  private final String prefix;
  private final List<String> targets;

  /**
   * @param prefix such as {@code /gazetteer}
   * @param targets the processes
   */
  public TlsProxy(String prefix, List<String> targets)
      throws IOException, GeneralSecurityException, InterruptedException {
    this.prefix = prefix;
    this.targets = List.copyOf(targets);
    this.tls = tls();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  /** Where browsers find Gazetteer, without a slash at the end. */
  public String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort() + prefix;
  }

  /** Trusts the proxy's certificate. */
  public SSLContext trust() {
    return tls;
  }

  private static SSLContext tls()
      throws IOException, GeneralSecurityException, InterruptedException {
    var folder = Files.createTempDirectory("tls-proxy");
    var file = folder.resolve("keys.p12");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "proxy",
                "-keyalg",
                "EC",
                "-dname",
                "CN=proxy",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start()
            .waitFor();
    if (made != 0) {
      throw new IOException("keytool ended with " + made);
    }
    var keys = KeyStore.getInstance(file.toFile(), PASSWORD);
    Files.delete(file);
    Files.delete(folder);
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(trustOnly(keys));
    var context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private static KeyStore trustOnly(KeyStore keys) throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("proxy", keys.getCertificate("proxy"));
    return trusted;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().toString();
      if (!path.startsWith(prefix + "/")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      var target = targets.get(Math.floorMod(turn.getAndIncrement(), targets.size()));
      var request =
          HttpRequest.newBuilder(URI.create(target + path.substring(prefix.length())))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
              .header("X-Forwarded-Proto", "https")
              .header("X-Forwarded-Host", "127.0.0.1")
              .header("X-Forwarded-Port", String.valueOf(server.getAddress().getPort()))
              .header("X-Forwarded-Prefix", prefix)
              .header("X-Forwarded-For", "127.0.0.1");
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                  values.forEach(value -> request.header(name, value));
                }
              });
      var answer = http.send(request.build(), BodyHandlers.ofInputStream());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      write(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(HttpExchange exchange, int status, InputStream body)
      throws IOException {
    byte[] bytes = body.readAllBytes();
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
