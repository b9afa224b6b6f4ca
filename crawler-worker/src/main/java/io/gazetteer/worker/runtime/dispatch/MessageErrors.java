package io.gazetteer.worker.runtime.dispatch;

import io.gazetteer.common.events.Topics;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Sends what cannot be read or handled to the topic's dead letters, and lets the next message be
 * taken.
 */
@Configuration(proxyBeanMethods = false)
class MessageErrors {
  @Bean
  CommonErrorHandler messageErrorHandler(KafkaTemplate<String, byte[]> kafka) {
    var recoverer =
        new DeadLetterPublishingRecoverer(
            kafka,
            (message, error) -> new TopicPartition(message.topic() + Topics.DEAD_LETTERS, 0));
    var pauses = new ExponentialBackOff(500, 2);
    pauses.setMaxAttempts(5);
    return new DefaultErrorHandler(recoverer, pauses);
  }
}
