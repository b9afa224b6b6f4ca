package io.gazetteer.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.Sources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.events.Topics;
import io.gazetteer.servers.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
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
  private final TestApi api = TestApi.shared();
  private final Sources sources = new Sources(api);

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
  void keepsEventsWhileTheBrokersAreAway() {
    var settings = TestApi.settings();
    settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:1");
    settings.put("spring.datasource.url", ownDatabase());
    settings.put("spring.kafka.producer.properties.max.block.ms", "200");
    try (var kafka = consumer(Topics.DATA_SOURCE_DELETED)) {
      var id = UUID.randomUUID();
      try (var process = TestApi.start(settings)) {
        process
            .getBean(TransactionTemplate.class)
            .executeWithoutResult(
                status -> process.getBean(Outbox.class).add(new DataSourceDeleted(id)));
        var jdbc = process.getBean(JdbcClient.class);
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    jdbc.sql("select max(consecutive_failures) from scheduled_tasks")
                            .query(Integer.class)
                            .single()
                        >= 1);
      }
      settings.put("spring.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers());
      try (var process = TestApi.start(settings)) {
        assertThat(process.isRunning()).isTrue();
        assertThat(messagesOf(kafka, id.toString())).hasSize(1);
      }
    }
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
            Map.<String, Object>of(
                "bootstrap.servers",
                TestServers.kafka().bootstrapServers(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
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
