package io.gazetteer.api.testing;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small OpenID Connect issuer: it lets its one user in at once, and takes each code once, with
 * the verifier that fits (RFC 7636).
 */
public final class OidcServer implements AutoCloseable {
  public static final String CLIENT = "gazetteer-pages";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final AtomicInteger keysAsked = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();
  private volatile IssuerKeyPair keys = new IssuerKeyPair();
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private volatile List<String> roles = List.of();

  public OidcServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Says what the user may do from the next login on. */
  public void give(String... names) {
    roles = List.of(names);
  }

  /** Signs with another key from now on, and publishes that one only. */
  public void rotate() {
    keys = new IssuerKeyPair();
  }

  /** How often somebody has asked for the keys. */
  public int keysAsked() {
    return keysAsked.get();
  }

  /** Takes requests and does not answer them, until {@link #speak}. */
  public void beSilent() {
    kept.set(0);
    silence = new CountDownLatch(1);
  }

  /** How many requests have come since it is silent. */
  public int kept() {
    return kept.get();
  }

  public void speak() {
    silence.countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (silence.getCount() > 0) {
        kept.incrementAndGet();
        silence.await();
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/.well-known/openid-configuration" -> write(exchange, 200, metadata());
        case "/jwks" -> keys(exchange);
        case "/authorize" -> authorize(exchange);
        case "/token" -> token(exchange);
        default -> write(exchange, 404, Map.of());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keys(HttpExchange exchange) {
    keysAsked.incrementAndGet();
    write(exchange, 200, keys.published());
  }

  private Map<String, Object> metadata() {
    return Map.of(
        "issuer",
        url(),
        "authorization_endpoint",
        url() + "/authorize",
        "token_endpoint",
        url() + "/token",
        "jwks_uri",
        url() + "/jwks",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "id_token_signing_alg_values_supported",
        List.of("ES256"),
        "code_challenge_methods_supported",
        List.of("S256"));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = parameters(exchange.getRequestURI().getRawQuery());
    if (!"S256".equals(asked.get("code_challenge_method"))
        || !CLIENT.equals(asked.get("client_id"))
        || !"code".equals(asked.get("response_type"))) {
      write(exchange, 400, Map.of("error", "invalid_request"));
      return;
    }
    var code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            "%s?code=%s&state=%s"
                .formatted(
                    asked.get("redirect_uri"),
                    code,
                    URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8)));
    exchange.sendResponseHeaders(302, -1);
  }

  private void token(HttpExchange exchange) throws IOException {
    var sent =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    var asked = codes.remove(sent.getOrDefault("code", ""));
    if (asked == null
        || !asked
            .getOrDefault("code_challenge", "")
            .equals(challenge(sent.getOrDefault("code_verifier", "")))
        || !asked.getOrDefault("redirect_uri", "").equals(sent.get("redirect_uri"))) {
      write(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    write(
        exchange,
        200,
        Map.of(
            "access_token",
            UUID.randomUUID().toString(),
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            idToken(asked.getOrDefault("nonce", ""))));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String idToken(String nonce) {
    return keys.sign(claims(CLIENT).claim("nonce", nonce).build());
  }

  /** An access token of its user with the roles that the user has now, for {@code gazetteer}. */
  public String accessToken() {
    return keys.sign(claims("gazetteer").build());
  }

  /** The same, but signed with a key that nobody has. */
  public String forgedToken() {
    return new IssuerKeyPair().sign(claims("gazetteer").build());
  }

  private JWTClaimsSet.Builder claims(String audience) {
    return new JWTClaimsSet.Builder()
        .issuer(url())
        .audience(audience)
        .subject("somebody-4711")
        .claim("preferred_username", "somebody")
        .claim("roles", roles)
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(300)));
  }

  private static Map<String, String> parameters(String text) {
    var parameters = new HashMap<String, String>();
    for (String part : text.split("&", -1)) {
      int split = part.indexOf('=');
      if (split > 0) {
        parameters.put(part.substring(0, split), decoded(part.substring(split + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void write(HttpExchange exchange, int status, Map<String, Object> body) {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    try {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    speak();
    server.stop(0);
  }
}
