package io.gazetteer.api.sources.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who makes webhooks, of what, and what is kept of them. */
class ManagedWebhookIT {
  private static final String SECRET = "a-secret-of-a-webhook-61803398";
  private static final TestApi API = TestApi.shared();

  private final WebhookFixture fixture = new WebhookFixture(API);
  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    fixture.close();
    receiver.close();
  }

  private static Answer create(Map<String, ?> fields) {
    var body = new HashMap<String, Object>(Map.of("url", "https://hooks.example/x"));
    body.putAll(fields);
    return API.post("/api/webhooks", body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example",
        "ftp://hooks.example/",
        "file:///etc/passwd",
        "https://",
        "https://user:pass@hooks.example/",
        "https://hooks.example/#part",
        "https://hooks.example:99999/",
        "https://hooks.example:0/",
        "https://a.example,b.example/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://hooks.example\\@127.0.0.1/",
        "https://hööks.example/",
        "jdbc:postgresql://hooks.example/",
        "https://hooks.example/\r\nX-Injected: 1"
      })
  void takesNoAddressThatIsNone(String url) {
    var answer = create(Map.of("url", url));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.wrongFields()).containsExactly("url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/",
        "http://[fd00:ec2::254]/",
        "https://100.100.100.200/",
        "http://0.0.0.0:8080/"
      })
  void refusesAnAddressThatThePolicyForbids(String url) {
    var answer = create(Map.of("url", url));
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("target_not_allowed");
    var id = fixture.webhook(receiver, Map.of());
    assertThat(API.call("PATCH", "/api/webhooks/" + id, Map.of("url", url)).status())
        .isEqualTo(422);
  }

  @Test
  void refusesOurOwnServers() {
    var own = fixture.jdbc().sql("select inet_server_port()").query(Integer.class).single();
    assertThat(create(Map.of("url", "http://127.0.0.1:" + own + "/")).status()).isEqualTo(422);
  }

  @Test
  void namesEveryWrongField() {
    var answer =
        create(
            Map.of(
                "secret",
                "short",
                "format",
                "xml",
                "events",
                List.of("changes", "test"),
                "filter",
                Map.of("data_source", "no-such-one", "changes", List.of("X"), "host", "a"),
                "paused",
                true));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "secret",
            "format",
            "events",
            "filter.data_source",
            "filter.changes",
            "filter.host",
            "paused");
    assertThat(create(Map.of("secret", "whsec_this is no base64")).wrongFields())
        .containsExactly("secret");
    assertThat(create(Map.of("events", List.of())).wrongFields()).containsExactly("events");
  }

  @Test
  void showsASecretOnceAndOnlyWhenItWasMadeHere() {
    var body =
        Map.of("url", receiver.url(), "filter", Map.of("data_source", fixture.source().toString()));
    var made = API.post("/api/webhooks", body);
    assertThat(made.json().path("secret").asString()).startsWith("whsec_").hasSizeGreaterThan(40);
    assertThat(made.header("Cache-Control")).contains("no-store");
    assertThat(made.header("Location"))
        .isEqualTo("/api/webhooks/" + made.json().path("id").asString());
    var given = fixture.webhook(receiver, Map.of("secret", SECRET));
    var changed = API.call("PATCH", "/api/webhooks/" + given, Map.of("secret", SECRET + "2"));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    for (String path : List.of("/api/webhooks", "/api/webhooks/" + given)) {
      assertThat(API.get(path).text()).doesNotContain(SECRET, "whsec_");
    }
    assertThat(API.get("/api/webhooks/" + given).json().path("url").asString())
        .isEqualTo(receiver.url());
  }

  @Test
  void keepsNeitherSecretNorAddressInClear() {
    var id = fixture.webhook(receiver, Map.of("secret", SECRET));
    API.post("/api/webhooks/" + id + "/test", null);
    API.call("PATCH", "/api/webhooks/" + id, Map.of("events", List.of("stale"), "paused", true));
    API.call("DELETE", "/api/webhooks/" + id, null);
    var again = fixture.webhook(receiver, Map.of("secret", SECRET));
    var rows = new ArrayList<String>();
    for (String table : List.of("webhook", "webhook_delivery", "audit_event")) {
      rows.addAll(
          fixture
              .jdbc()
              .sql("select t::text || encode(t::text::bytea, 'hex') from " + table + " t")
              .query(String.class)
              .list());
    }
    var all = String.join("\n", rows);
    assertThat(all).contains(again.toString()).doesNotContain(SECRET, "secret-part");
    var actions =
        API.bean(JdbcClient.class)
            .sql("select action from audit_event where target = :id order by id")
            .param("id", id.toString())
            .query(String.class)
            .list();
    assertThat(actions)
        .containsExactly("webhook_created", "webhook_tested", "webhook_changed", "webhook_deleted");
  }

  @Test
  void isMovedToNoOtherRow() {
    var one = fixture.webhook(receiver, Map.of());
    var other = fixture.webhook(receiver, Map.of());
    fixture
        .jdbc()
        .sql(
            """
            update webhook set secret = (select secret from webhook where id = :one)
            where id = :other
            """)
        .param("one", one)
        .param("other", other)
        .update();
    var test = API.post("/api/webhooks/" + other + "/test", null);
    assertThat(test.code()).isEqualTo("secret_unreadable");
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void sendsATestAtOnceAndSaysWhatHasBecomeOfIt() {
    var id = fixture.webhook(receiver, Map.of());
    var good = API.post("/api/webhooks/" + id + "/test", null).json();
    assertThat(good.path("delivered").asBoolean()).isTrue();
    assertThat(good.path("status").asInt()).isEqualTo(204);
    var message = receiver.received().getFirst();
    assertThat(message.id()).isEqualTo(good.path("id").asString());
    assertThat(message.json().path("type").asString()).isEqualTo("test");

    receiver.answer(any -> 403);
    var refused = API.post("/api/webhooks/" + id + "/test", null).json();
    assertThat(refused.path("delivered").asBoolean()).isFalse();
    assertThat(refused.path("error").asString()).isEqualTo("refused");
    receiver.down();
    var away = API.post("/api/webhooks/" + id + "/test", null).json();
    assertThat(away.path("error").asString()).isEqualTo("unreachable");
    assertThat(away.path("status").isNull()).isTrue();

    var first = API.get("/api/webhooks/" + id + "/deliveries?limit=2").json();
    assertThat(first.path("deliveries").valueStream().map(one -> one.path("state").asString()))
        .containsExactly("failed", "failed");
    var rest =
        API.get(
                "/api/webhooks/%s/deliveries?limit=2&cursor=%s"
                    .formatted(id, first.path("next_cursor").asString()))
            .json();
    assertThat(rest.at("/deliveries/0/state").asString()).isEqualTo("delivered");
    assertThat(rest.path("next_cursor").isNull()).isTrue();
    assertThat(API.get("/api/webhooks/" + id).json().path("state").asString()).isEqualTo("active");
  }

  @Test
  void isMadeByPeopleAndReadByTokens() {
    var token =
        API.post("/api/tokens", Map.of("name", "hooks", "role", "admin"))
            .json()
            .path("token")
            .asString();
    assertThat(API.callAs(token, "GET", "/api/webhooks", null).status()).isEqualTo(200);
    assertThat(API.callAs(token, "POST", "/api/webhooks", Map.of("url", receiver.url())).status())
        .isEqualTo(403);
  }

  @Test
  void hasABound() {
    var made = new ArrayList<UUID>();
    Answer answer = create(Map.of());
    while (answer.status() == 201 && made.size() < 60) {
      made.add(UUID.fromString(answer.json().path("id").asString()));
      answer = create(Map.of());
    }
    made.forEach(id -> API.call("DELETE", "/api/webhooks/" + id, null));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(made).hasSizeBetween(30, 50);
    assertThat(API.get("/api/webhooks/" + made.getFirst()).status()).isEqualTo(404);
  }
}
