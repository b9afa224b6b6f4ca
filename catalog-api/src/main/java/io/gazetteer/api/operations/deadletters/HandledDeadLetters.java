package io.gazetteer.api.operations.deadletters;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which dead letters were replayed or discarded. Thread safe. */
@Component
class HandledDeadLetters {
  private final JdbcClient jdbc;

  HandledDeadLetters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Marks a dead letter as handled; false when someone was faster. */
  boolean add(DeadLetterId id, boolean replayed) {
    return jdbc.sql(
                """
                insert into dead_letter_handled (topic, position, replayed)
                values (:topic, :position, :replayed) on conflict do nothing
                """)
            .param("topic", id.topic())
            .param("position", id.position())
            .param("replayed", replayed)
            .update()
        == 1;
  }

  Set<Long> positions(String topic, long from) {
    return new HashSet<>(
        jdbc.sql(
                """
                select position from dead_letter_handled
                where topic = :topic and position >= :from
                """)
            .param("topic", topic)
            .param("from", from)
            .query(Long.class)
            .list());
  }

  /** Counts those that were handled and are still on their topic. */
  Map<String, Long> counts(Map<String, DeadLetterTopics.Range> ranges) {
    var counts = new HashMap<String, Long>();
    ranges.forEach(
        (topic, range) -> counts.put(topic, (long) positions(topic, range.from()).size()));
    return counts;
  }
}
