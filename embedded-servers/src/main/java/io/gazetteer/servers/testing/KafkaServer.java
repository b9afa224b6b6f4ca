package io.gazetteer.servers.testing;

/** Is a Kafka broker that somebody else stops. Topics are not created by themselves. */
public interface KafkaServer {
  String bootstrapServers();
}
