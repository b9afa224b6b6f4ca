package io.gazetteer.api.operations.deadletters;

import io.gazetteer.api.identity.audit.Audit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Deals with dead letters as the API and the pages do it. Thread safe. */
@Component
public class DeadLetterAdministration {
  private final DeadLetters deadLetters;
  private final Audit audit;

  DeadLetterAdministration(DeadLetters deadLetters, Audit audit) {
    this.deadLetters = deadLetters;
    this.audit = audit;
  }

  /** Lists those that wait, the oldest of each topic first. */
  public List<DeadLetter> page(Optional<String> topic, Optional<String> afterId, int limit) {
    return deadLetters.page(topic, afterId.flatMap(DeadLetterId::parse), limit);
  }

  /** Counts those that wait. */
  public long total(Optional<String> topic) {
    var waiting = deadLetters.waiting();
    return topic
        .map(one -> waiting.getOrDefault(one, 0L))
        .orElseGet(() -> waiting.values().stream().mapToLong(Long::longValue).sum());
  }

  /** Sends one back to its topic; false when none with this id waits. */
  public boolean replay(String id) {
    boolean replayed = DeadLetterId.parse(id).filter(deadLetters::replay).isPresent();
    if (replayed) {
      audit.record("dead_letter_replayed", id, Map.of());
    }
    return replayed;
  }

  /** Sends all that wait back to their topics; returns how many. */
  public int replayAll(Optional<String> topic) {
    int replayed = deadLetters.replayAll(topic);
    audit.record("dead_letters_replayed", topic.orElse(null), Map.of("replayed", replayed));
    return replayed;
  }

  /** Forgets one; false when none with this id waits. */
  public boolean discard(String id) {
    boolean discarded = DeadLetterId.parse(id).filter(deadLetters::discard).isPresent();
    if (discarded) {
      audit.record("dead_letter_discarded", id, Map.of());
    }
    return discarded;
  }
}
