package io.gazetteer.standalone.model;

import io.gazetteer.servers.testing.KafkaServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a broker may do to messages: repeat them, and mix them up. Thread safe. */
final class ModelMessages implements AutoCloseable {
  private final KafkaProducer<String, String> producer;

  ModelMessages(KafkaServer kafka) {
    producer =
        new KafkaProducer<>(kafka.clientSettings(), new StringSerializer(), new StringSerializer());
  }

  /** Sends every message of the crawl, several times, in any order, and some of other epochs. */
  void repeat(ModelCrawl crawl, Random random) {
    var messages = new ArrayList<ProducerRecord<String, String>>();
    for (int i = 0; i < 3; i++) {
      long epoch = crawl.epoch() + random.nextInt(3) - 1;
      messages.add(message("crawl.requested", crawl, epoch, ""));
      messages.add(message("crawl.requested", crawl, crawl.epoch(), ""));
      messages.add(message("crawl.batch", crawl, crawl.epoch(), ",\"batch_no\":" + i));
      messages.add(message("crawl.finish", crawl, crawl.epoch(), ""));
    }
    Collections.shuffle(messages, random);
    for (var message : messages) {
      var ignored = producer.send(message);
    }
    producer.flush();
  }

  private static ProducerRecord<String, String> message(
      String topic, ModelCrawl crawl, long epoch, String more) {
    var json =
        "{\"data_source_id\":\"%s\",\"crawl_id\":\"%s\",\"epoch\":%d%s}"
            .formatted(crawl.source(), crawl.id(), epoch, more);
    return new ProducerRecord<>("gazetteer." + topic, crawl.id().toString(), json);
  }

  @Override
  public void close() {
    producer.close();
  }
}
