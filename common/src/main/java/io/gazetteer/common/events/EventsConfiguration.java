package io.gazetteer.common.events;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.converter.ByteArrayJacksonJsonMessageConverter;
import org.springframework.kafka.support.converter.RecordMessageConverter;

/** Makes topics and publisher, and says how a listener's parameter is read from a message. */
@Configuration(proxyBeanMethods = false)
public class EventsConfiguration {
  /** Static: it is needed before the beans that it changes. */
  @Bean
  static KafkaLogin kafkaLogin(Environment settings) {
    return KafkaLogin.of(settings);
  }

  @Bean
  EventPublisher eventPublisher(KafkaTemplate<String, byte[]> kafka) {
    return new EventPublisher(kafka);
  }

  /** A listener's parameter type decides, not a class name in the message's headers. */
  @Bean
  RecordMessageConverter eventConverter() {
    return new ByteArrayJacksonJsonMessageConverter();
  }

  /**
   * @param partitions of each topic, at least the number of batches that all workers together take
   *     at once
   */
  @Bean
  KafkaAdmin.NewTopics topics(@Value("${gazetteer.kafka.partitions:12}") int partitions) {
    return new KafkaAdmin.NewTopics(all(partitions).toArray(NewTopic[]::new));
  }

  /** Has an admin of its own, kept open: a new one for each look would cost a connection. */
  @Bean
  TopicWatch topicWatch(
      KafkaAdmin kafka, @Value("${gazetteer.kafka.partitions:12}") int partitions) {
    var admin = Admin.create(kafka.getConfigurationProperties());
    return new TopicWatch(admin, all(partitions), InstantSource.system());
  }

  private static List<NewTopic> all(int partitions) {
    return Stream.concat(
            Topics.WORK.stream()
                .flatMap(
                    name ->
                        Stream.of(topic(name, partitions), topic(name + Topics.DEAD_LETTERS, 1))),
            Stream.of(Topics.CRAWL_FINISHED, Topics.SCHEMA_CHANGES)
                .map(name -> topic(name, partitions)))
        .toList();
  }

  private static NewTopic topic(String name, int partitions) {
    return TopicBuilder.name(name).partitions(partitions).build();
  }
}
