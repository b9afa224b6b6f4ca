package io.gazetteer.api.sources.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.servers.testing.TestServers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegistrationIT {
  private static final String PATH = "/api/db-credentials/";
  private final TestApi api = TestApi.shared();
  private final JdbcClient jdbc = api.bean(JdbcClient.class);

  @Test
  void registersWithAPendingCrawl() {
    var answer = api.post(PATH, Credentials.any());

    assertThat(answer.status()).isEqualTo(201);
    var id = id(answer);
    assertThat(answer.header("Location")).isEqualTo(PATH + id);
    assertThat(answer.json().path("db_type").asString()).isEqualTo("PostgreSQL");
    assertThat(answer.json().at("/crawl/state").asString()).isEqualTo("PENDING");
    assertThat(answer.json().at("/crawl/epoch").asInt()).isEqualTo(1);
    assertThat(answer.json().path("next_crawl_at").asString()).isNotEmpty();
    assertThat(api.get(PATH + id).json()).isEqualTo(answer.json());
  }

  @Test
  void showsNoPasswordAnywhere() {
    var registered = api.post(PATH, Credentials.any());
    var changed = api.call("PATCH", PATH + id(registered), Map.of("password", "Canary-two-2"));

    assertThat(registered.text()).doesNotContain("Canary").doesNotContain("password");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text()).doesNotContain("Canary").doesNotContain("password");
    assertThat(api.get(PATH + "?limit=100").text()).doesNotContain("Canary");
    assertThat(
            jdbc.sql("select string_agg(d::text, ',') from data_source d")
                .query(String.class)
                .single())
        .doesNotContain("Canary");
  }

  @Test
  void namesEveryWrongFieldAndStoresNothing() {
    long before = count();
    var answer =
        api.post(
            PATH,
            "{\"hostname\":\"a b\",\"port\":\"x\",\"db_name\":\"\",\"username\":null,"
                + "\"db_type\":\"oracle9000\",\"epoch\":7}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo("validation_failed");
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "hostname", "port", "db_name", "username", "password", "db_type", "epoch");
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void refusesTheSameDatabaseTwiceAndSaysWhichItIs() {
    var body = Credentials.any();
    var first = api.post(PATH, body);
    body.put("hostname", "SOURCE.example.");

    var second = api.post(PATH, body);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("already_registered");
    assertThat(second.json().path("id").asString()).isEqualTo(id(first));
  }

  @Test
  void letsOneOfManyEqualRegistrationsWin() throws Exception {
    var body = Credentials.any();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 12)
              .mapToObj(i -> threads.submit(() -> api.post(PATH, body).status()))
              .toList();
      var statuses = new ArrayList<Integer>();
      for (var answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }
  }

  @Test
  void needsThePasswordAgainForANewAddressOrUser() {
    var id = id(api.post(PATH, Credentials.any()));

    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            Map.of("hostname", "elsewhere.example"),
            Map.of("port", 1),
            Map.of("username", "other"))) {
      var answer = api.call("PATCH", PATH + id, change);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.wrongFields()).containsExactly("password");
    }
    assertThat(api.get(PATH + id).json().path("hostname").asString()).isEqualTo("source.example");
    var both = Map.of("hostname", "elsewhere.example", "password", "another-one");
    assertThat(api.call("PATCH", PATH + id, both).json().path("hostname").asString())
        .isEqualTo("elsewhere.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"169.254.169.254", "0xa9fea9fe", "::ffff:a9fe:a9fe", "64:ff9b::a9fe:a9fe", "0"})
  void refusesAnAddressThatIsNoDataSources(String hostname) {
    long before = count();
    var body = Credentials.any();
    body.put("hostname", hostname);

    var answer = api.post(PATH, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("target_not_allowed");
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void refusesGazetteersOwnServers() {
    var elasticsearch = URI.create(TestServers.elasticsearch().url()).getPort();
    var kafka = TestServers.kafka().bootstrapServers();
    for (int port :
        List.of(
            TestServers.postgres().port(),
            elasticsearch,
            Integer.parseInt(kafka.substring(kafka.lastIndexOf(':') + 1)))) {
      for (var host : List.of("127.0.0.1", "localhost", "127.0.0.2")) {
        var body = Credentials.any();
        body.put("hostname", host);
        body.put("port", port);
        assertThat(api.post(PATH, body).code()).isEqualTo("target_not_allowed");
      }
    }
  }

  @Test
  void refusesAChangeToAnAddressThatIsNoDataSources() {
    var id = id(api.post(PATH, Credentials.any()));
    var change = Map.of("hostname", "169.254.169.254", "password", "another-one");

    assertThat(api.call("PATCH", PATH + id, change).code()).isEqualTo("target_not_allowed");
    assertThat(api.get(PATH + id).json().path("hostname").asString()).isEqualTo("source.example");
  }

  @Test
  void keepsThePasswordThatAChangeLeavesOut() {
    var id = id(api.post(PATH, Credentials.any()));
    var before = secret(id);

    assertThat(api.call("PATCH", PATH + id, Map.of("db_name", "renamed_" + id)).status())
        .isEqualTo(200);
    assertThat(secret(id)).isEqualTo(before);
  }

  @Test
  void refusesAChangeToAnAddressThatIsTaken() {
    var first = api.post(PATH, Credentials.any());
    var second = api.post(PATH, Credentials.any());

    var answer =
        api.call(
            "PATCH", PATH + id(second), Map.of("db_name", first.json().path("db_name").asString()));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("already_registered");
  }

  @Test
  void deletesWithSecretAndLiveCrawl() {
    var registered = api.post(PATH, Credentials.any());
    var id = id(registered);

    assertThat(api.call("DELETE", PATH + id, null).status()).isEqualTo(204);

    assertThat(api.get(PATH + id).status()).isEqualTo(404);
    assertThat(api.get(PATH + id + "/crawls").status()).isEqualTo(404);
    assertThat(api.post(PATH + id + "/crawls", null).status()).isEqualTo(404);
    assertThat(api.call("PATCH", PATH + id, Map.of("password", "whatever-1")).status())
        .isEqualTo(404);
    assertThat(api.call("DELETE", PATH + id, null).status()).isEqualTo(404);
    var crawl = registered.json().at("/crawl/id").asString();
    assertThat(api.get("/api/crawls/" + crawl).status()).isEqualTo(404);
    assertThat(
            jdbc.sql("select state from crawl where id = :id")
                .param("id", UUID.fromString(crawl))
                .query(String.class)
                .single())
        .isEqualTo("CANCELLED");
    assertThat(
            jdbc.sql("select secret is null from data_source where id = :id")
                .param("id", UUID.fromString(id))
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void canBeRegisteredAgainAfterADeletion() {
    var body = Credentials.any();
    var id = id(api.post(PATH, body));
    api.call("DELETE", PATH + id, null);

    assertThat(api.post(PATH, body).status()).isEqualTo(201);
  }

  @Test
  void listsAllInPages() {
    for (int i = 0; i < 5; i++) {
      api.post(PATH, Credentials.any());
    }
    var ids = new ArrayList<String>();
    var cursor = "";
    do {
      var page = api.get(PATH + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).json();
      page.path("db_credentials").forEach(source -> ids.add(source.path("id").asString()));
      cursor = page.path("next_cursor").asString("");
    } while (!cursor.isEmpty());

    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    assertThat(api.get(PATH + "?cursor=bm9uc2Vuc2U").wrongFields()).containsExactly("cursor");
    assertThat(api.get(PATH + "?limit=0").wrongFields()).containsExactly("limit");
  }

  private static String id(Answer answer) {
    return answer.json().path("id").asString();
  }

  private long count() {
    return jdbc.sql("select count(*) from data_source").query(Long.class).single();
  }

  private byte[] secret(String id) {
    return jdbc.sql("select secret from data_source where id = :id")
        .param("id", UUID.fromString(id))
        .query(byte[].class)
        .single();
  }
}
