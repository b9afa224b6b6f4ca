package io.gazetteer.api.crawls.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.events.Topics;
import io.gazetteer.servers.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxIT {
  private static final int REGISTRATIONS = 20;

  private final TestApi api = TestApi.shared();
  private final RegisteredDataSources sources = new RegisteredDataSources(api);

  @Test
  void publishesARegistrationWithItsIdsAndNoSecret() {
    try (var kafka = consumer(Topics.CRAWL_REQUESTED)) {
      var id = sources.register("outbox_one").toString();

      var messages = messagesOf(kafka, id);
      assertThat(messages).hasSize(1);
      assertThat(messages.getFirst())
          .contains("\"data_source_id\":\"" + id + "\"", "\"epoch\":1", "\"crawl_id\"")
          .doesNotContain("source.example", Credentials.PASSWORD);
    }
  }

  @Test
  void publishesADeletion() {
    try (var kafka = consumer(Topics.DATA_SOURCE_DELETED)) {
      var id = sources.register("outbox_deleted").toString();
      api.call("DELETE", "/api/db-credentials/" + id, null);

      assertThat(messagesOf(kafka, id)).hasSize(1);
    }
  }

  @Test
  void publishesNothingOfATransactionThatFails() {
    var before = waiting();
    var transaction = api.bean(TransactionTemplate.class);
    transaction.executeWithoutResult(
        status -> {
          api.bean(Outbox.class).add(new DataSourceDeleted(UUID.randomUUID()));
          status.setRollbackOnly();
        });

    assertThat(waiting()).isEqualTo(before);
    assertThatThrownBy(() -> api.bean(Outbox.class).add(new DataSourceDeleted(UUID.randomUUID())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void losesNoRegistrationThatWasAnsweredWhileTheBrokersWereAway() {
    var settings = TestApi.settings();
    settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:1");
    settings.put("spring.datasource.url", ownDatabase());
    settings.put("spring.kafka.producer.properties.max.block.ms", "200");
    var registered = new HashSet<String>();
    try (var process = TestApi.start(settings)) {
      var url = "http://127.0.0.1:" + TestApi.port(process);
      var headers =
          Map.of("Authorization", "Bearer " + logIn(url), "Content-Type", "application/json");
      for (int i = 0; i < REGISTRATIONS; i++) {
        var body = Credentials.named("registered_" + i);
        var answer = api.sendTo(url, "POST", "/api/db-credentials/", body, headers);
        assertThat(answer.status()).isEqualTo(201);
        registered.add(answer.json().path("id").asString());
      }
      var jdbc = process.getBean(JdbcClient.class);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  jdbc.sql("select coalesce(max(consecutive_failures), 0) from scheduled_tasks")
                          .query(Integer.class)
                          .single()
                      >= 1);
    }
    settings.put("spring.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers());
    try (var kafka = consumer(Topics.CRAWL_REQUESTED);
        var process = TestApi.start(settings)) {
      assertThat(process.isRunning()).isTrue();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                kafka.poll(Duration.ofMillis(200)).forEach(one -> registered.remove(one.key()));
                return registered.isEmpty();
              });
    }
  }

  private String logIn(String url) {
    var body = Map.of("username", "admin", "password", TestApi.ADMIN_PASSWORD);
    var headers = Map.of("Content-Type", "application/json");
    return api.sendTo(url, "POST", "/api/auth/login", body, headers)
        .json()
        .path("access_token")
        .asString();
  }

  private static String ownDatabase() {
    TestServers.postgres().createDatabase("gazetteer_outbox");
    return TestServers.postgres().jdbcUrl("gazetteer_outbox");
  }

  private long waiting() {
    return api.bean(JdbcClient.class)
        .sql("select count(*) from scheduled_tasks where task_name = 'outbox'")
        .query(Long.class)
        .single();
  }

  private static KafkaConsumer<String, String> consumer(String topic) {
    var consumer =
        new KafkaConsumer<>(
            TestServers.kafka()
                .clientSettings(
                    Map.of(
                        "group.id", UUID.randomUUID().toString(), "auto.offset.reset", "earliest")),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(topic));
    return consumer;
  }

  private static List<String> messagesOf(KafkaConsumer<String, String> consumer, String key) {
    var found = new ArrayList<String>();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              consumer
                  .poll(Duration.ofMillis(200))
                  .forEach(
                      message -> {
                        if (message.key().equals(key)) {
                          found.add(message.value());
                        }
                      });
              return !found.isEmpty();
            });
    return found;
  }
}
