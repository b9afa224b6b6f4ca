package io.gazetteer.api.operations.deadletters;

import io.gazetteer.common.events.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/**
 * The messages that no worker could handle and no administrator has dealt with yet. Thread safe.
 */
@Component
public class DeadLetters {
  private static final int PAGE = 500;
  private static final DeadLetterTopics.Range NOTHING = new DeadLetterTopics.Range(0, 0);

  private final DeadLetterTopics topics;
  private final HandledDeadLetters handled;

  DeadLetters(DeadLetterTopics topics, HandledDeadLetters handled) {
    this.topics = topics;
    this.handled = handled;
  }

  /** Counts those that wait, by the topic they were on. */
  public Map<String, Long> waiting() {
    var ranges = topics.ranges();
    var done = handled.counts(ranges);
    var waiting = new TreeMap<String, Long>();
    ranges.forEach(
        (topic, range) ->
            waiting.put(
                topic, Math.max(0, range.to() - range.from() - done.getOrDefault(topic, 0L))));
    return waiting;
  }

  /**
   * Lists those that wait, in the order of the topics and the oldest first.
   *
   * @param wanted one topic, or none for all
   * @param after the place to go on from
   */
  List<DeadLetter> page(Optional<String> wanted, Optional<DeadLetterId> after, int limit) {
    var page = new ArrayList<DeadLetter>();
    var ranges = topics.ranges();
    for (String topic : Topics.WORK) {
      if (wanted.map(topic::equals).orElse(true) && page.size() < limit) {
        var from = position(topic, after);
        if (from >= 0) {
          var range = ranges.getOrDefault(topic, NOTHING);
          page.addAll(page(topic, from, range, limit - page.size()));
        }
      }
    }
    return page;
  }

  /** Says where to begin in a topic; negative when the place is in a later one. */
  private static long position(String topic, Optional<DeadLetterId> after) {
    if (after.isEmpty()) {
      return 0;
    }
    int order =
        Integer.compare(Topics.WORK.indexOf(topic), Topics.WORK.indexOf(after.get().topic()));
    return order < 0 ? -1 : order > 0 ? 0 : after.get().position() + 1;
  }

  private List<DeadLetter> page(String topic, long from, DeadLetterTopics.Range range, int limit) {
    var page = new ArrayList<DeadLetter>();
    var done = handled.positions(topic, from);
    long next = Math.max(from, range.from());
    // Asking a topic that has no more takes longer than one that has.
    while (page.size() < limit && next < range.to()) {
      var messages = topics.read(topic, next, PAGE);
      if (messages.isEmpty()) {
        return page;
      }
      messages.stream()
          .filter(message -> !done.contains(message.offset()))
          .limit(limit - (long) page.size())
          .map(message -> DeadLetter.of(topic, message))
          .forEach(page::add);
      next = messages.getLast().offset() + 1;
    }
    return page;
  }

  /** Sends a dead letter back to its topic; false when none with this id waits. */
  boolean replay(DeadLetterId id) {
    var message = find(id);
    if (message.isEmpty() || !handled.add(id, true)) {
      return false;
    }
    topics.replay(id.topic(), message.get());
    return true;
  }

  /** Sends all that wait back to their topics; returns how many. */
  int replayAll(Optional<String> wanted) {
    int replayed = 0;
    var some = page(wanted, Optional.empty(), PAGE);
    while (!some.isEmpty()) {
      for (DeadLetter letter : some) {
        replayed += DeadLetterId.parse(letter.id()).filter(this::replay).isPresent() ? 1 : 0;
      }
      var last = DeadLetterId.parse(some.getLast().id());
      some = page(wanted, last, PAGE);
    }
    return replayed;
  }

  /** Forgets one; false when there is none that waits. */
  boolean discard(DeadLetterId id) {
    return find(id).isPresent() && handled.add(id, false);
  }

  private Optional<ConsumerRecord<byte[], byte[]>> find(DeadLetterId id) {
    var range = topics.ranges().getOrDefault(id.topic(), NOTHING);
    if (id.position() < range.from()
        || id.position() >= range.to()
        || handled.positions(id.topic(), id.position()).contains(id.position())) {
      return Optional.empty();
    }
    return topics.read(id.topic(), id.position(), 1).stream().findFirst();
  }
}
