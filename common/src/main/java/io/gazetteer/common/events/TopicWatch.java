package io.gazetteer.common.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Makes topics that are missing, now and then: brokers that came up with an empty disk have lost
 * them, and someone may have deleted one. What the messages said is in PostgreSQL; work that waited
 * for a message is woken again. Thread safe.
 */
public final class TopicWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TopicWatch.class);
  private static final long SECONDS = 10;

  /** Longer than it takes to make a topic, and consumers to find it. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Admin admin;
  private final List<NewTopic> wanted;
  private final InstantSource clock;
  private volatile @Nullable Instant missingSince;

  /**
   * Makes a watch.
   *
   * @param admin is closed with the watch
   */
  public TopicWatch(Admin admin, List<NewTopic> wanted, InstantSource clock) {
    this.admin = admin;
    this.wanted = List.copyOf(wanted);
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${gazetteer.kafka.topic-watch-interval:10s}")
  public void look() {
    try {
      var there = admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS);
      var missing = wanted.stream().filter(topic -> !there.contains(topic.name())).toList();
      if (missing.isEmpty()) {
        missingSince = null;
        return;
      }
      if (missingSince == null) {
        missingSince = clock.instant();
        log.warn("Topics are missing and are made: {}", names(missing));
      }
      admin.createTopics(missing).all().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Brokers that are away are told of by others; nothing is known of their topics.
      log.debug("The topics cannot be looked at: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> names(List<NewTopic> topics) {
    return topics.stream().map(NewTopic::name).toList();
  }

  /** Returns whether topics have been missing for a minute. */
  public boolean isMissing() {
    var since = missingSince;
    return since != null && since.plus(PATIENCE).isBefore(clock.instant());
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
