package io.gazetteer.api.operations.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * A message that no worker could handle, as the API shows it.
 *
 * @param id for replaying and discarding it
 * @param topic where it was
 * @param at when it was given up
 * @param error the exception's class and message, cut
 * @param payload the message as text, cut
 */
public record DeadLetter(
    String id, String topic, @Nullable String key, Instant at, String error, String payload) {
  private static final int MOST_ERROR = 300;
  private static final int MOST_PAYLOAD = 4_096;

  static DeadLetter of(String topic, ConsumerRecord<byte[], byte[]> message) {
    var key = message.key();
    return new DeadLetter(
        new DeadLetterId(topic, message.offset()).text(),
        topic,
        key == null ? null : text(key, MOST_ERROR),
        Instant.ofEpochMilli(message.timestamp()),
        error(message),
        message.value() == null ? "" : text(message.value(), MOST_PAYLOAD));
  }

  private static String error(ConsumerRecord<byte[], byte[]> message) {
    var type = header(message, KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN);
    var general = type.isEmpty() ? header(message, KafkaHeaders.DLT_EXCEPTION_FQCN) : type;
    var text = general + ": " + header(message, KafkaHeaders.DLT_EXCEPTION_MESSAGE);
    return text.length() > MOST_ERROR ? text.substring(0, MOST_ERROR) : text;
  }

  private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
    var header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes, int most) {
    return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.UTF_8);
  }
}
