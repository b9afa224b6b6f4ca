package io.gazetteer.worker.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.events.TopicWatch;
import io.gazetteer.servers.testing.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** Topics that were deleted, or lost with a broker's disk, come back. */
class TopicWatchIT {
  private static final Map<String, Object> SETTINGS = TestServers.kafka().clientSettings();

  private Instant now = Instant.EPOCH;

  @Test
  void makesTopicsThatAreMissing() throws Exception {
    try (var admin = Admin.create(SETTINGS);
        var watch = watch("lost.a", "lost.b")) {
      watch.look();
      await().untilAsserted(() -> assertThat(names(admin)).contains("lost.a", "lost.b"));
      admin.deleteTopics(Set.of("lost.a")).all().get();
      await().untilAsserted(() -> assertThat(names(admin)).doesNotContain("lost.a"));

      watch.look();

      await().untilAsserted(() -> assertThat(names(admin)).contains("lost.a"));
    }
  }

  @Test
  void saysWhenTopicsAreMissingForAMinute() {
    try (var watch = watch("not a name!")) {
      watch.look();
      assertThat(watch.isMissing()).isFalse();
      now = now.plus(Duration.ofSeconds(61));
      watch.look();
      assertThat(watch.isMissing()).isTrue();
    }
  }

  private TopicWatch watch(String... topics) {
    return new TopicWatch(
        Admin.create(SETTINGS),
        List.of(topics).stream().map(name -> new NewTopic(name, 1, (short) 1)).toList(),
        () -> now);
  }

  private static Set<String> names(Admin admin) throws Exception {
    return admin.listTopics().names().get();
  }
}
