package io.gazetteer.api.identity.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.gazetteer.api.identity.auth.accesstokens.SigningKeys;
import io.gazetteer.api.identity.sessions.OpaqueToken;
import io.gazetteer.api.identity.sessions.Sessions;
import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SessionIT {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Duration SOON = Duration.ofSeconds(5);

  private final TestApi api = TestApi.shared();

  @Test
  void saysWhoSomeoneIs() {
    var name = api.addUser("editor");
    var me = me(access(logIn(name)));

    assertThat(me.json().path("username").asString()).isEqualTo(name);
    assertThat(me.json().path("role").asString()).isEqualTo("editor");
    assertThat(me.json().path("via").asString()).isEqualTo("session");
    assertThat(me.json().path("id").asString()).hasSize(36);
  }

  @Test
  void continuesASessionWithANewTokenEachTime() {
    var first = logIn(api.addUser("viewer"));
    var second = refresh(token(first));
    var third = refresh(token(second));

    assertThat(first.json().path("refresh_expires_in").asLong()).isEqualTo(30 * 24 * 3600);
    assertThat(second.status()).isEqualTo(200);
    assertThat(third.status()).isEqualTo(200);
    assertThat(third.header("Cache-Control")).contains("no-store");
    assertThat(List.of(token(first), token(second), token(third))).doesNotHaveDuplicates();
    assertThat(me(access(third)).status()).isEqualTo(200);
  }

  @Test
  void endsTheWholeSessionWhenAnOldTokenComesAgain() {
    var first = logIn(api.addUser("viewer"));
    var second = refresh(token(first));
    var replayed = refresh(token(first));

    assertThat(replayed.status()).isEqualTo(401);
    assertThat(refresh(token(second)).status()).isEqualTo(401);
    await().atMost(SOON).until(() -> me(access(second)).status() == 401);
  }

  @Test
  void letsOneOfManyRefreshesAtOnceSucceed() throws Exception {
    var first = logIn(api.addUser("viewer"));
    var answers = new ArrayList<Future<Answer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // Held up at the same place, so that they are at it at once however slow the machine is.
      api.bean(TransactionTemplate.class)
          .executeWithoutResult(
              status -> {
                lock(token(first));
                for (int i = 0; i < 50; i++) {
                  answers.add(threads.submit(() -> refresh(token(first))));
                }
                await().pollInSameThread().until(() -> waiting() >= 3);
              });
    }
    var statuses = new ArrayList<Integer>();
    for (Future<Answer> answer : answers) {
      statuses.add(answer.get().status());
    }

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 401).hasSize(49);
  }

  private void lock(String token) {
    api.bean(JdbcClient.class)
        .sql("select hash from refresh_token where hash = :hash for update")
        .param("hash", OpaqueToken.hash(token))
        .query(byte[].class)
        .single();
  }

  private long waiting() {
    return api.bean(JdbcClient.class)
        .sql("select count(*) from pg_locks where not granted")
        .query(Long.class)
        .single();
  }

  @Test
  void forgivesATokenThatCameBeforeItsExchangeWasOver() {
    var sessions = api.bean(Sessions.class);
    var first = logIn(api.addUser("viewer"));
    var before = Instant.now();
    var second = sessions.refresh(token(first), before, null).orElseThrow();

    assertThat(sessions.refresh(token(first), before, null)).isEmpty();
    var third = sessions.refresh(second.refreshToken(), Instant.now(), null);
    assertThat(third).isPresent();
    assertThat(sessions.refresh(token(first), Instant.now(), null)).isEmpty();
    assertThat(sessions.refresh(third.get().refreshToken(), Instant.now(), null)).isEmpty();
  }

  @Test
  void keepsAHundredTokensThatWereExchangedAndNoMore() {
    var sessions = api.bean(Sessions.class);
    var first = logIn(api.addUser("viewer"));
    var tokens = new ArrayList<>(List.of(token(first)));
    for (int i = 0; i < 105; i++) {
      tokens.add(
          sessions.refresh(tokens.getLast(), Instant.now(), null).orElseThrow().refreshToken());
    }
    assertThat(tokensOf(claim(access(first), "sid"))).isEqualTo(101);

    assertThat(sessions.refresh(tokens.getFirst(), Instant.now(), null)).isEmpty();
    var next = sessions.refresh(tokens.getLast(), Instant.now(), null).orElseThrow();
    assertThat(sessions.refresh(tokens.get(10), Instant.now(), null)).isEmpty();
    assertThat(sessions.refresh(next.refreshToken(), Instant.now(), null)).isEmpty();
  }

  private int tokensOf(String session) {
    return api.bean(JdbcClient.class)
        .sql("select count(*) from refresh_token where session_id = :id::uuid")
        .param("id", session)
        .query(Integer.class)
        .single();
  }

  @Test
  void logsOut() {
    var session = logIn(api.addUser("viewer"));
    assertThat(me(access(session)).status()).isEqualTo(200);

    assertThat(post("logout", token(session)).status()).isEqualTo(204);
    assertThat(refresh(token(session)).status()).isEqualTo(401);
    await().atMost(SOON).until(() -> me(access(session)).status() == 401);
    assertThat(post("logout", "gzr_nonsense").status()).isEqualTo(204);
  }

  @Test
  void refusesARefreshTokenThatHasExpired() {
    var session = logIn(api.addUser("viewer"));
    var jdbc = api.bean(JdbcClient.class);
    jdbc.sql(
            """
            update refresh_token set expires_at = now() where session_id = :id::uuid
            """)
        .param("id", claim(access(session), "sid"))
        .update();

    assertThat(refresh(token(session)).status()).isEqualTo(401);
  }

  @Test
  void storesNoRefreshToken() {
    var token = token(logIn(api.addUser("viewer")));
    var rows =
        api.bean(JdbcClient.class)
            .sql("select t::text || encode(t.hash, 'escape') from refresh_token t")
            .query(String.class)
            .list();

    assertThat(token).startsWith("gzr_").hasSize(47);
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token.substring(4)));
  }

  @Test
  void refusesWrongFields() {
    var body = Map.of("refresh_token", 7, "role", "admin");
    var answer = api.send("POST", "/api/auth/refresh/", body, JSON);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields()).containsExactlyInAnyOrder("refresh_token", "role");
    assertThat(refresh("nonsense").status()).isEqualTo(401);
    assertThat(refresh("\0").status()).isEqualTo(400);
  }

  @Test
  void rotatesKeysWithoutEndingSessions() throws Exception {
    var before = logIn(api.addUser("viewer"));
    var old = keyOf(access(before));

    assertThat(api.post("/api/signing-keys", null).status()).isEqualTo(201);

    var after = refresh(token(before));
    assertThat(keyOf(access(after))).isNotEqualTo(old);
    assertThat(me(access(before)).status()).isEqualTo(200);
    assertThat(me(access(after)).status()).isEqualTo(200);
    var published = api.send("GET", "/.well-known/jwks.json", null, Map.of());
    assertThat(published.status()).isEqualTo(200);
    var keys = JWKSet.parse(published.text());
    assertThat(keys.containsNonPublicKeys()).isFalse();
    assertThat(keys.getKeyByKeyId(old)).isNotNull();
    assertThat(keys.getKeyByKeyId(keyOf(access(after)))).isNotNull();
    assertThat(api.get("/api/signing-keys").json().path("current").asString())
        .isEqualTo(keyOf(access(after)));
  }

  @Test
  void takesNothingThatAKeySignedWhichHasLongRetired() {
    var keys = api.bean(SigningKeys.class);
    // The key of this test alone.
    keys.rotate();
    var before = logIn(api.addUser("viewer"));
    keys.rotate();
    var jdbc = api.bean(JdbcClient.class);
    jdbc.sql("update signing_key set retired_at = now() - interval '1 day' where key_id = :id")
        .param("id", keyOf(access(before)))
        .update();
    keys.rotate();

    assertThat(keys.ids()).doesNotContain(keyOf(access(before)));
    assertThat(me(access(before)).status()).isEqualTo(401);
  }

  private static String keyOf(String token) {
    try {
      return SignedJWT.parse(token).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String claim(String token, String name) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim(name);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer logIn(String name) {
    return api.logIn(name, TestApi.USER_PASSWORD);
  }

  private Answer refresh(String token) {
    return post("refresh", token);
  }

  private Answer post(String what, String token) {
    return api.send("POST", "/api/auth/" + what, Map.of("refresh_token", token), JSON);
  }

  private Answer me(String token) {
    return api.callAs(token, "GET", "/api/auth/me/", null);
  }

  private static String token(Answer answer) {
    return answer.json().path("refresh_token").asString();
  }

  private static String access(Answer answer) {
    return answer.json().path("access_token").asString();
  }
}
