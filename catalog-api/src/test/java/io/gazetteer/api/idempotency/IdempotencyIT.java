package io.gazetteer.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class IdempotencyIT {
  private static final String USERS = "/api/users";
  private static final String SOURCES = "/api/db-credentials";
  private static final int TWINS = 20;

  private final TestApi api = TestApi.shared();
  private final JdbcClient jdbc = api.bean(JdbcClient.class);
  private final String key = "key-" + UUID.randomUUID();

  @Test
  void answersARepetitionAsTheFirstTime() {
    var body = Credentials.named("idempotent-" + UUID.randomUUID());

    var first = post(SOURCES, body);
    var second = post(SOURCES, body);
    var third = post(SOURCES, body);

    assertThat(first.status()).isEqualTo(201);
    isReplayOf(first, second);
    isReplayOf(first, third);
    assertThat(count("crawl c join data_source d on d.id = c.data_source_id", "d.db_name", body))
        .isEqualTo(1);
  }

  private static void isReplayOf(Answer first, Answer answer) {
    assertThat(answer.status()).isEqualTo(first.status());
    assertThat(answer.text()).isEqualTo(first.text());
    assertThat(answer.header("Location")).isEqualTo(first.header("Location"));
    assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
  }

  private long count(String table, String column, Map<String, Object> body) {
    return jdbc.sql("select count(*) from " + table + " where " + column + " = :name")
        .param("name", body.get("db_name"))
        .query(Long.class)
        .single();
  }

  @Test
  void doesOnceWhatEveryRouteThatCreatesIsAskedForTwice() {
    var source = new RegisteredDataSources(api).crawled("idempotent-" + UUID.randomUUID());
    var crawls = SOURCES + "/" + source + "/crawls";
    var started = post(crawls, null);
    assertThat(started.status()).isEqualTo(202);
    isReplayOf(started, post(crawls, null));

    var other = "other-" + key;
    var signed = post(other, "/api/signing-keys", null);
    assertThat(signed.status()).isEqualTo(201);
    isReplayOf(signed, post(other, "/api/signing-keys", null));
  }

  @Test
  void keepsABoundedNumberOfKeysForOneCaller() {
    var owner = api.addUser("editor");
    var session = api.logIn(owner, TestApi.USER_PASSWORD).json().path("access_token").asString();
    var headers =
        Map.of(
            "Authorization",
            "Bearer " + session,
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            key);
    var body = Credentials.named("idempotent-" + UUID.randomUUID());
    var first = api.send("POST", SOURCES, body, headers);
    assertThat(first.status()).isEqualTo(201);
    jdbc.sql(
            """
            insert into idempotent_request (caller, key, claim, secret, done_at)
            select caller, 'many-' || n, gen_random_uuid(), secret, now()
            from idempotent_request, generate_series(2, 10000) n where key = :key
            """)
        .param("key", key)
        .update();

    isReplayOf(first, api.send("POST", SOURCES, body, headers));
    var more = new LinkedHashMap<>(headers);
    more.put("Idempotency-Key", "one-more-" + key);
    var refused = api.send("POST", SOURCES, Credentials.any(), more);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    more.remove("Idempotency-Key");
    assertThat(api.send("POST", SOURCES, Credentials.any(), more).status()).isEqualTo(201);
    jdbc.sql("delete from idempotent_request where key like 'many-%'").update();
  }

  @Test
  void refusesTheKeyForAnythingElse() {
    var user = user();
    assertThat(post(USERS, user).status()).isEqualTo(201);

    user.put("role", "editor");
    assertThat(post(USERS, user).code()).isEqualTo("idempotency_key_reused");
    assertThat(post(USERS, user).status()).isEqualTo(422);
    assertThat(post("/api/signing-keys", null).status()).isEqualTo(422);
    user.put("role", "viewer");
    user.put("password", TestApi.USER_PASSWORD + "!");
    assertThat(post(USERS, user).status()).as("another password").isEqualTo(422);
    user.put("password", TestApi.USER_PASSWORD);
    assertThat(post(USERS, user).status()).isEqualTo(201);
  }

  @Test
  void doesOnceWhatManyAskForAtOnce() throws Exception {
    var user = user();
    var start = new CountDownLatch(1);
    var twins = new ArrayList<Callable<Answer>>();
    for (int i = 0; i < TWINS; i++) {
      twins.add(
          () -> {
            start.await();
            return post(USERS, user);
          });
    }
    var answers = new ArrayList<Answer>();
    try (var threads = Executors.newFixedThreadPool(TWINS)) {
      var sent = twins.stream().map(threads::submit).toList();
      start.countDown();
      for (var one : sent) {
        answers.add(one.get());
      }
    }

    var texts = new HashSet<String>();
    for (var answer : answers) {
      if (answer.status() == 201) {
        texts.add(answer.text());
      } else {
        assertThat(answer.code()).as("%s", answer).isEqualTo("request_running");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
      }
    }
    assertThat(texts).as("what those heard who were told that it is done").hasSize(1);
    assertThat(post(USERS, user).text()).isEqualTo(texts.iterator().next());
  }

  @Test
  void showsATokenOnceAndMakesNoSecond() {
    var body = Map.<String, Object>of("name", key, "role", "viewer");

    var first = post("/api/tokens", body);
    var second = post("/api/tokens", body);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("already_done");
    assertThat(
            jdbc.sql("select count(*) from api_token where name = :name")
                .param("name", key)
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(stored()).doesNotContain(first.json().path("token").asString());
  }

  @Test
  void storesNoSecrets() {
    var body = Credentials.named("idempotent-" + UUID.randomUUID());
    assertThat(post(SOURCES, body).status()).isEqualTo(201);

    assertThat(stored()).contains((String) body.get("db_name")).doesNotContain("Canary");
    assertThat(
            jdbc.sql("select octet_length(secret) from idempotent_request where key = :key")
                .param("key", key)
                .query(Integer.class)
                .single())
        .as("an encrypted digest: a bare one would let passwords be guessed")
        .isGreaterThan(64 + 16);
  }

  private String stored() {
    return jdbc.sql("select string_agg(r::text, ' ') from idempotent_request r where key = :key")
        .param("key", key)
        .query(String.class)
        .single();
  }

  @Test
  void letsWhatFailedBeTriedAgain() {
    var wrong = user();
    wrong.put("role", "emperor");
    assertThat(post(USERS, wrong).status()).isEqualTo(400);
    assertThat(post(SOURCES + "/" + UUID.randomUUID() + "/crawls", null).status()).isEqualTo(404);

    assertThat(post(USERS, user()).status()).isEqualTo(201);
  }

  @Test
  void keepsTheKeysOfCallersApart() {
    var first = post(USERS, user());
    var other = post(api.logIn(admin(), TestApi.USER_PASSWORD).json(), USERS, user());

    assertThat(first.status()).isEqualTo(201);
    assertThat(other.status()).isEqualTo(201);
    assertThat(other.text()).isNotEqualTo(first.text());
  }

  private String admin() {
    return api.addUser("admin");
  }

  private Answer post(JsonNode session, String path, Object body) {
    return send(session.path("access_token").asString(), key, path, body);
  }

  @Test
  void writesNothingForWhoeverMayNotCreate() {
    var answer = send(api.tokenOf("viewer"), key, USERS, user());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(rows()).isZero();
  }

  private long rows() {
    return jdbc.sql("select count(*) from idempotent_request where key = :key")
        .param("key", key)
        .query(Long.class)
        .single();
  }

  @Test
  void forgetsAfterADay() {
    assertThat(post(USERS, user()).status()).isEqualTo(201);
    assertThat(post(USERS, user()).status()).isEqualTo(422);
    set("started_at = now() - interval '25 hours'");

    assertThat(post(USERS, user()).status()).isEqualTo(201);
  }

  @Test
  void takesOverFromAProcessThatDied() {
    var user = user();
    assertThat(post(USERS, user).status()).isEqualTo(201);
    jdbc.sql("delete from app_user where username = :name")
        .param("name", user.get("username"))
        .update();
    set("done_at = null, status = null, answer = null, location = null");

    assertThat(post(USERS, user).code()).as("it may still be alive").isEqualTo("request_running");
    set("started_at = now() - interval '3 minutes'");
    assertThat(post(USERS, user).status()).isEqualTo(201);
  }

  @Test
  void doesNothingTwiceWhenAProcessDiedBeforeItAnswered() {
    var user = user();
    assertThat(post(USERS, user).status()).isEqualTo(201);
    set("status = null, answer = null, location = null, started_at = now() - interval '1 hour'");

    var answer = post(USERS, user);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("already_done");
  }

  private void set(String assignments) {
    jdbc.sql("update idempotent_request set " + assignments + " where key = :key")
        .param("key", key)
        .update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words"})
  void refusesOddKeys(String odd) {
    var answer = post(odd, USERS, user());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields()).isEqualTo(List.of("Idempotency-Key"));
  }

  @Test
  void refusesALongKey() {
    assertThat(post("x".repeat(256), USERS, user()).status()).isEqualTo(400);
    assertThat(post("x".repeat(219) + key.substring(4), USERS, user()).status()).isEqualTo(201);
  }

  private static Map<String, Object> user() {
    return new LinkedHashMap<>(
        Map.of(
            "username",
            "idem-" + UUID.randomUUID(),
            "password",
            TestApi.USER_PASSWORD,
            "role",
            "viewer"));
  }

  private Answer post(String path, @Nullable Object body) {
    return post(key, path, body);
  }

  private Answer post(String other, String path, @Nullable Object body) {
    return send(api.token(), other, path, body);
  }

  private Answer send(String token, String name, String path, @Nullable Object body) {
    return api.send(
        "POST",
        path,
        body,
        Map.of(
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            name));
  }
}
