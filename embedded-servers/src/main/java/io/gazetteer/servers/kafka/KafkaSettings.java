package io.gazetteer.servers.kafka;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * Writes the settings of the embedded broker: one node, little memory, a small data folder. A
 * broker that was killed may come back only after its session has ended, so that is short.
 * Consumers on the same machine may choose short sessions, too. Both ports want the one login,
 * which the broker has for its own connection to the controller as well.
 */
record KafkaSettings(Path data, int port, int controllerPort, String password) {
  static final String USER = "gazetteer";

  static final String LOGGING =
      """
      Configuration:
        status: error
        Appenders:
          Console:
            name: stdout
            PatternLayout:
              pattern: "%d{HH:mm:ss.SSS} %-5p %c{1}: %m%n"
        Loggers:
          Root:
            level: warn
            AppenderRef:
              ref: stdout
      """;

  String text() {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%d
    controller.listener.names=CONTROLLER
    listeners=CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
    advertised.listeners=CLIENT://127.0.0.1:%d
    listener.security.protocol.map=CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
    inter.broker.listener.name=CLIENT
    sasl.enabled.mechanisms=PLAIN
    sasl.mechanism.inter.broker.protocol=PLAIN
    sasl.mechanism.controller.protocol=PLAIN
    listener.name.client.plain.sasl.jaas.config=%s
    listener.name.controller.plain.sasl.jaas.config=%s
    log.dirs=%s
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    group.min.session.timeout.ms=1000
    broker.session.timeout.ms=4000
    broker.heartbeat.interval.ms=1000
    auto.create.topics.enable=false
    num.network.threads=2
    num.io.threads=4
    num.recovery.threads.per.data.dir=2
    log.segment.bytes=16777216
    log.index.size.max.bytes=262144
    log.retention.hours=48
    log.cleaner.dedupe.buffer.size=16777216
    """
        .formatted(controllerPort, port, controllerPort, port, serverLogin(), serverLogin(), data);
  }

  private String serverLogin() {
    return loginModule() + " user_" + USER + "=\"" + password + "\";";
  }

  Map<String, String> clientLogin() {
    return Map.of(
        "security.protocol", "SASL_PLAINTEXT",
        "sasl.mechanism", "PLAIN",
        "sasl.jaas.config", loginModule() + ";");
  }

  private String loginModule() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
        .formatted(USER, password);
  }

  static String newClusterId() {
    var uuid = UUID.randomUUID();
    // A first character other than '-' lets it stand on a command line.
    var bytes =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(uuid.getMostSignificantBits() & Long.MAX_VALUE)
            .putLong(uuid.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
