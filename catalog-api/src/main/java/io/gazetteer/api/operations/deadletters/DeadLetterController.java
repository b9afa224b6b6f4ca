package io.gazetteer.api.operations.deadletters;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.web.JsonFields;
import io.gazetteer.api.web.Parameters;
import io.gazetteer.common.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/dead-letters")
final class DeadLetterController {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  private final DeadLetters deadLetters;
  private final Audit audit;

  DeadLetterController(DeadLetters deadLetters, Audit audit) {
    this.deadLetters = deadLetters;
    this.audit = audit;
  }

  record Page(List<DeadLetter> deadLetters, long total, @Nullable String nextCursor) {}

  @GetMapping
  Page list(Parameters parameters) {
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var topic = parameters.find("topic");
    if (topic.isPresent() && !Topics.WORK.contains(topic.get())) {
      parameters.refuse("topic", "must be one of " + String.join(", ", Topics.WORK));
    }
    var cursor = parameters.find("cursor");
    var after = cursor.flatMap(DeadLetterId::parse);
    if (cursor.isPresent() && after.isEmpty()) {
      parameters.refuse("cursor", "is none that an earlier answer gave");
    }
    parameters.check();
    var found = deadLetters.page(topic, after, limit + 1);
    var page = found.stream().limit(limit).toList();
    var next = found.size() > limit ? page.getLast().id() : null;
    return new Page(page, total(topic), next);
  }

  private long total(Optional<String> topic) {
    var waiting = deadLetters.waiting();
    return topic
        .map(one -> waiting.getOrDefault(one, 0L))
        .orElseGet(() -> waiting.values().stream().mapToLong(Long::longValue).sum());
  }

  @PostMapping("/{id}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void replay(@PathVariable String id) {
    if (!deadLetters.replay(parse(id))) {
      throw notFound();
    }
    audit.record("dead_letter_replayed", id, Map.of());
  }

  @PostMapping(path = "/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Integer> replayAll(JsonFields fields) {
    var topic =
        fields.has("topic") ? Optional.ofNullable(fields.text("topic")) : Optional.<String>empty();
    if (topic.isPresent() && !Topics.WORK.contains(topic.get())) {
      fields.refuse("topic", "must be one of " + String.join(", ", Topics.WORK));
    }
    fields.refuseOthers(Set.of("topic"));
    fields.check();
    var replayed = Map.of("replayed", deadLetters.replayAll(topic));
    audit.record("dead_letters_replayed", topic.orElse(null), replayed);
    return replayed;
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String id) {
    if (!deadLetters.discard(parse(id))) {
      throw notFound();
    }
    audit.record("dead_letter_discarded", id, Map.of());
  }

  private static DeadLetterId parse(String id) {
    return DeadLetterId.parse(id).orElseThrow(DeadLetterController::notFound);
  }

  private static NotFoundException notFound() {
    return new NotFoundException("There is no such dead letter");
  }
}
