package io.gazetteer.api.crawls.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.events.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

class FinishedCrawlsIT {
  private final TestApi api = TestApi.shared();
  private final List<FinishedCrawls> processes = new ArrayList<>();

  private static final class Heard implements FinishedCrawlListener {
    private final List<CrawlFinished> finished = new CopyOnWriteArrayList<>();
    private final AtomicInteger missed = new AtomicInteger();

    @Override
    public void crawlFinished(CrawlFinished crawl) {
      finished.add(crawl);
    }

    @Override
    public void crawlsMissed() {
      missed.incrementAndGet();
    }
  }

  @AfterEach
  void stop() {
    processes.forEach(FinishedCrawls::stop);
    assertThat(processes).noneMatch(FinishedCrawls::isListening);
  }

  @Test
  void everyProcessHearsOfEveryFinishedCrawl() {
    var one = listen(new Heard());
    var other = listen(new Heard());
    var crawls = List.of(finished(), finished(), finished());
    api.bean(EventPublisher.class).publishAll(crawls);

    for (Heard heard : List.of(one, other)) {
      await().untilAsserted(() -> assertThat(heard.finished).containsAll(crawls));
    }
  }

  @Test
  void doesNotHearOfWhatFinishedBefore() {
    var before = finished();
    var after = finished();
    api.bean(EventPublisher.class).publish(before);
    var heard = listen(new Heard());
    api.bean(EventPublisher.class).publish(after);

    await().untilAsserted(() -> assertThat(heard.finished).contains(after));
    assertThat(heard.finished).doesNotContain(before);
    assertThat(heard.missed).hasValue(1);
  }

  @Test
  void aListenerThatFailsSilencesNoOther() {
    var failing =
        new FinishedCrawlListener() {
          @Override
          public void crawlFinished(CrawlFinished crawl) {
            throw new IllegalStateException("Meant to fail");
          }

          @Override
          public void crawlsMissed() {
            throw new IllegalStateException("Meant to fail");
          }
        };
    var heard = listen(failing, new Heard());
    var crawls = List.of(finished(), finished());
    api.bean(EventPublisher.class).publishAll(crawls);

    await().untilAsserted(() -> assertThat(heard.finished).containsAll(crawls));
  }

  @Test
  void aMessageThatCannotBeReadMayBeAnyCrawl() {
    var heard = listen(new Heard());
    @SuppressWarnings("unchecked")
    KafkaTemplate<String, byte[]> kafka = api.bean(KafkaTemplate.class);
    kafka.send(Topics.CRAWL_FINISHED, "{".getBytes(StandardCharsets.UTF_8)).join();

    await().untilAsserted(() -> assertThat(heard.missed).hasValue(2));
    var crawl = finished();
    api.bean(EventPublisher.class).publish(crawl);
    await().untilAsserted(() -> assertThat(heard.finished).contains(crawl));
  }

  @Test
  void aCancelledCrawlHasFinishedToo() {
    var heard = listen(new Heard());
    var source = new RegisteredDataSources(api).register("finished_cancelled");
    var crawl =
        api.get("/api/db-credentials/" + source + "/crawls").json().at("/crawls/0/id").asString();
    assertThat(api.post("/api/crawls/" + crawl + "/cancel", null).status()).isEqualTo(202);

    await()
        .untilAsserted(
            () ->
                assertThat(heard.finished)
                    .contains(new CrawlFinished(source, UUID.fromString(crawl), 1, "CANCELLED")));
  }

  /** Starts what a process has; it listens when this returns. */
  private Heard listen(Heard heard) {
    return listen(heard, heard);
  }

  private Heard listen(FinishedCrawlListener first, Heard heard) {
    var listeners = first == heard ? List.<FinishedCrawlListener>of(heard) : List.of(first, heard);
    var process =
        new FinishedCrawls(api.bean(KafkaAdmin.class), listeners, new SimpleMeterRegistry());
    processes.add(process);
    process.start();
    await().until(() -> heard.missed.get() > 0);
    assertThat(process.isListening()).isTrue();
    return heard;
  }

  private static CrawlFinished finished() {
    return new CrawlFinished(UUID.randomUUID(), UUID.randomUUID(), 1, "SUCCEEDED");
  }
}
