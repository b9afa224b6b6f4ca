package io.gazetteer.api.operations.deadletters;

import io.gazetteer.common.events.Topics;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a dead letter.
 *
 * @param topic the topic it was on before
 * @param position its offset on the dead-letter topic, which has one partition
 */
record DeadLetterId(String topic, long position) {
  private static final Pattern FORM = Pattern.compile("([a-z.-]{1,100}):([0-9]{1,18})");

  /** Reads an id; empty when no dead letter can have it. */
  static Optional<DeadLetterId> parse(String text) {
    var parts = FORM.matcher(text);
    return parts.matches() && Topics.WORK.contains(parts.group(1))
        ? Optional.of(new DeadLetterId(parts.group(1), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  /** Returns the id as it stands in JSON and in paths. */
  String text() {
    return topic + ":" + position;
  }
}
