package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.standalone.support.Deployment;
import io.gazetteer.standalone.support.EveryPlace;
import io.gazetteer.standalone.support.IndexRequests;
import io.gazetteer.standalone.support.Spellings;
import java.nio.file.Files;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The search that {@link CanaryIT} relies on sees every place. */
class EveryPlaceIT {
  private final Deployment deployment = Deployment.withTwoWorkers();

  @Test
  void whateverIsPlantedIsFound() throws Exception {
    var planted = "Planted-5ca1ab1e";
    var log = deployment.folder().resolve("planted.log");
    Files.writeString(log, "password=" + planted);
    deployment.onCatalog("create table planted (bytes bytea)");
    deployment.onCatalog("insert into planted values ('" + planted + "')");
    var settings = TestServers.kafka().clientSettings();
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer
          .send(new ProducerRecord<>("gazetteer.crawl.batch-dlt", "{\"x\": \"" + planted + "\"}"))
          .get();
    }
    var elasticsearch = new IndexRequests(TestServers.elasticsearch());
    elasticsearch.text("PUT", "/planted", "{}");
    elasticsearch.text("POST", "/planted/_doc?refresh=true", "{\"x\": \"" + planted + "\"}");
    try {
      assertThat(new EveryPlace(deployment).thatHold(List.of(Spellings.of(planted))))
          .contains("topic gazetteer.crawl.batch-dlt", "index planted", "table public.\"planted\"")
          .contains("file " + log);
    } finally {
      elasticsearch.text("DELETE", "/planted", "");
      deployment.onCatalog("drop table planted");
      Files.delete(log);
    }
  }
}
