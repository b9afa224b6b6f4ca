package io.gazetteer.servers.kafka;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.servers.ServerContract;
import io.gazetteer.servers.testing.ProcessTraces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class EmbeddedKafkaIT extends ServerContract<EmbeddedKafka> {
  @Override
  protected EmbeddedKafka start(Path home, int port) {
    return EmbeddedKafka.start(home, port);
  }

  /** Right after the start: a broker that only listens would refuse the topic. */
  @Override
  protected void keep(EmbeddedKafka kafka, String topic) throws Exception {
    try (var admin = admin(kafka)) {
      var wanted = new NewTopic(topic, Optional.of(1), Optional.empty());
      admin.createTopics(List.of(wanted)).all().get();
    }
    try (var producer =
        new KafkaProducer<>(address(kafka), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", "value of " + topic)).get();
    }
  }

  @Override
  protected boolean has(EmbeddedKafka kafka, String topic) throws Exception {
    try (var admin = admin(kafka)) {
      return admin.listTopics().names().get().contains(topic)
          && read(kafka, topic).equals("value of " + topic);
    }
  }

  private static String read(EmbeddedKafka kafka, String topic) {
    var settings =
        new HashMap<>(
            Map.<String, Object>of(
                ConsumerConfig.GROUP_ID_CONFIG, "tests",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
    settings.putAll(address(kafka));
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }
  }

  @Test
  void createsNoTopicByAccident() throws Exception {
    try (var admin = admin(server())) {
      assertThatThrownBy(() -> admin.describeTopics(List.of("by-accident")).allTopicNames().get())
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
      assertThat(admin.listTopics().names().get()).doesNotContain("by-accident");
    }
  }

  @Test
  void answersNobodyWithoutThePassword() {
    var nothing = Map.<String, Object>of("security.protocol", "PLAINTEXT");
    var guess =
        Map.<String, Object>of(
            "sasl.jaas.config",
            "org.apache.kafka.common.security.plain.PlainLoginModule required"
                + " username=\"gazetteer\" password=\"guess\";");
    for (int port : ProcessTraces.listeningPorts(server().process())) {
      assertThatThrownBy(() -> topics(port, nothing)).isInstanceOf(ExecutionException.class);
      assertThatThrownBy(() -> topics(port, guess))
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
    assertThat(ProcessTraces.listeningPorts(server().process()))
        .hasSize(2)
        .contains(server().port());
  }

  private Set<String> topics(int port, Map<String, Object> login) throws Exception {
    var settings = new HashMap<>(address(server()));
    settings.put("bootstrap.servers", "127.0.0.1:" + port);
    settings.put("default.api.timeout.ms", 2_000);
    settings.put("request.timeout.ms", 1_000);
    settings.putAll(login);
    try (var admin = Admin.create(settings)) {
      return admin.listTopics().names().get();
    }
  }

  @Test
  void keepsItsPasswordToItself() throws Exception {
    for (var file : List.of("password", "server.properties")) {
      assertThat(Files.getPosixFilePermissions(home().resolve(file)))
          .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
    }
    assertThat(ProcessTraces.commandLines(server().process())).doesNotContain(server().password());
  }

  @Test
  void takesLittleDisk() throws Exception {
    keep(server(), "small");
    assertThat(has(server(), "small")).isTrue();
    assertThat(allocatedBytes(home().resolve("data"))).isLessThan(32L << 20);
  }

  private static long allocatedBytes(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static Admin admin(EmbeddedKafka kafka) {
    return Admin.create(address(kafka));
  }

  private static Map<String, Object> address(EmbeddedKafka kafka) {
    var settings = new HashMap<String, Object>(kafka.login());
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    return settings;
  }
}
