package io.gazetteer.api.identity.auth.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.gazetteer.api.identity.auth.accesstokens.OurKey;
import io.gazetteer.api.identity.auth.accesstokens.SigningKeys;
import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A process that trusts an external issuer, which is a few lines below, and limits requests. */
class OtherSettingsIT {
  private static final int LIMIT = 100;
  private static final RSAKey KEY = key();
  private static final HttpServer ISSUER = startIssuer();
  private static final String URL = "http://127.0.0.1:" + ISSUER.getAddress().getPort();
  private static final ConfigurableApplicationContext CONTEXT = startApi();
  private static final TestApi api = TestApi.withoutAdmin(CONTEXT);

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("external").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpServer startIssuer() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var url = "http://127.0.0.1:" + server.getAddress().getPort();
      answer(
          server,
          "/.well-known/openid-configuration",
          "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(url, url));
      answer(server, "/keys", new JWKSet(KEY.toPublicJWK()).toString());
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpServer server, String path, String json) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static ConfigurableApplicationContext startApi() {
    TestApi.shared();
    var settings = TestApi.settings();
    settings.put("gazetteer.oidc.issuer", URL);
    settings.put("gazetteer.oidc.audience", "catalog");
    settings.put("gazetteer.oidc.roles-claim", "realm_access.roles");
    settings.put("gazetteer.oidc.required-claims", "azp=catalog-ui");
    settings.put("gazetteer.rate-limit.requests-per-minute", LIMIT);
    return TestApi.start(settings);
  }

  @AfterAll
  static void stop() {
    CONTEXT.close();
    ISSUER.stop(0);
  }

  @Test
  void takesTheRoleThatTheIssuerSays() throws JOSEException {
    var me = me(signed(claims("someone", "gazetteer-viewer", "other", "gazetteer-editor").build()));

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().path("username").asString()).isEqualTo("someone@example.org");
    assertThat(me.json().path("role").asString()).isEqualTo("editor");
    assertThat(me.json().path("via").asString()).isEqualTo("external");
    assertThat(me.json().path("id").isNull()).isTrue();
    var viewer = signed(claims("someone", "gazetteer-viewer").build());
    assertThat(api.callAs(viewer, "GET", "/api/db-credentials", null).status()).isEqualTo(403);
    assertThat(api.callAs(viewer, "GET", "/api/tokens", null).json().path("tokens")).isEmpty();
  }

  @Test
  void refusesTokensThatAreNotForUs() throws JOSEException {
    var past = Date.from(Instant.now().minusSeconds(60));
    var wrong =
        List.of(
            signed(claims("x", "gazetteer-admin").issuer("https://example.org").build()),
            signed(claims("x", "gazetteer-admin").audience("other").build()),
            signed(claims("x", "gazetteer-admin").expirationTime(past).build()),
            signed(claims("x", "gazetteer-admin").expirationTime(null).build()),
            signed(claims("x", "admin", "gazetteer-owner").build()),
            signed(claims("x").build()),
            // These are of logins: nobody may call an API with them.
            signed(claims("x", "gazetteer-admin").claim("nonce", "n").build()),
            signed(claims("x", "gazetteer-admin").claim("at_hash", "h").build()),
            signed(claims("x", "gazetteer-admin").claim("typ", "ID").build()),
            signed(claims("x", "gazetteer-admin").claim("token_use", "id").build()),
            signed(claims("x", "gazetteer-admin").claim("azp", "another-program").build()),
            signed(claims("x", "gazetteer-admin").claim("azp", null).build()),
            signedByUs(claims("x", "gazetteer-admin").build()));

    assertThat(me(signed(claims("x", "gazetteer-admin").build())).status()).isEqualTo(200);
    assertThat(wrong).allMatch(token -> me(token).status() == 401);
  }

  @Test
  void demandsTheTypeThatTheIssuerWrites() throws JOSEException {
    var issuer = new ExternalIssuer(URL, "catalog", "", "at+jwt", List.of(), "roles", "");
    var tokens = new ExternalTokens(issuer, Clock.systemUTC());
    var claims = claims("x").claim("roles", "viewer").build();

    assertThat(tokens.read(signed(claims, new JOSEObjectType("at+jwt")), null)).isPresent();
    assertThat(tokens.read(signed(claims, JOSEObjectType.JWT), null)).isEmpty();
    assertThat(tokens.read(signed(claims, null), null)).isEmpty();
  }

  @Test
  void auditsByIssuerAndSubjectWhateverTheName() throws JOSEException {
    var posing =
        signed(
            claims("b7-subject", "gazetteer-viewer")
                .claim("preferred_username", "admin\n\u202eroot")
                .build());
    assertThat(api.callAs(posing, "GET", "/api/users", null).status()).isEqualTo(403);

    var admin = signed(claims("auditor", "gazetteer-admin").build());
    var event =
        api.callAs(admin, "GET", "/api/audit?subject=b7-subject", null)
            .json()
            .path("events")
            .valueStream()
            .findFirst()
            .orElseThrow();
    assertThat(event.path("issuer").asString()).isEqualTo(URL);
    assertThat(event.path("actor").asString()).isEqualTo("admin??root");
    assertThat(event.path("actor_id").isNull()).isTrue();
    assertThat(event.path("via").asString()).isEqualTo("external");
  }

  @Test
  void refusesOurOwnLogins() {
    assertThat(me(TestApi.shared().token()).status()).isEqualTo(401);
    var login = api.logIn("admin", TestApi.ADMIN_PASSWORD);
    assertThat(login.status()).isEqualTo(403);
    assertThat(login.json().path("detail").asString()).contains(URL);
  }

  @Test
  void limitsTheRequestsOfEachCaller() throws JOSEException {
    var token = signed(claims("busy", "gazetteer-viewer").build());
    var first = me(token);
    assertThat(first.header("RateLimit-Limit")).isEqualTo("100");
    assertThat(first.header("RateLimit-Remaining")).isEqualTo("99");
    assertThat(first.header("RateLimit-Reset")).isEqualTo("1");
    assertThat(first.header("RateLimit-Policy")).isEqualTo("100;w=60");

    Answer last = first;
    for (int i = 0; i < 3 * LIMIT && last.status() == 200; i++) {
      last = me(token);
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.code()).isEqualTo("too_many_requests");
    assertThat(Long.parseLong(last.header("Retry-After"))).isBetween(1L, 2L);
    assertThat(me(signed(claims("idle", "gazetteer-viewer").build())).status()).isEqualTo(200);
  }

  private static JWTClaimsSet.Builder claims(String subject, String... roles) {
    return new JWTClaimsSet.Builder()
        .issuer(URL)
        .audience(List.of("account", "catalog"))
        .subject(subject)
        .claim("preferred_username", subject + "@example.org")
        .claim("azp", "catalog-ui")
        .claim("realm_access", Map.of("roles", List.of(roles)))
        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
  }

  private static String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, JOSEObjectType.JWT);
  }

  private static String signed(JWTClaimsSet claims, @Nullable JOSEObjectType type)
      throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("external").type(type);
    var token = new SignedJWT(header.build(), claims);
    token.sign(new RSASSASigner(KEY));
    return token.serialize();
  }

  private static String signedByUs(JWTClaimsSet claims) throws JOSEException {
    var ours = OurKey.of(CONTEXT.getBean(SigningKeys.class));
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(ours.getKeyID());
    var token = new SignedJWT(header.type(JOSEObjectType.JWT).build(), claims);
    token.sign(new ECDSASigner(ours));
    return token.serialize();
  }

  private static Answer me(String token) {
    return api.callAs(token, "GET", "/api/auth/me", null);
  }
}
