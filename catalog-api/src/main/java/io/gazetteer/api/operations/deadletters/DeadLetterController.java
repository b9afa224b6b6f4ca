package io.gazetteer.api.operations.deadletters;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.input.Parameters;
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

  private final DeadLetterAdministration deadLetters;

  DeadLetterController(DeadLetterAdministration deadLetters) {
    this.deadLetters = deadLetters;
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
    if (cursor.isPresent() && cursor.flatMap(DeadLetterId::parse).isEmpty()) {
      parameters.refuse("cursor", "is none that an earlier answer gave");
    }
    parameters.check();
    var found = deadLetters.page(topic, cursor, limit + 1);
    var page = found.stream().limit(limit).toList();
    var next = found.size() > limit ? page.getLast().id() : null;
    return new Page(page, deadLetters.total(topic), next);
  }

  @PostMapping("/{id}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void replay(@PathVariable String id) {
    if (!deadLetters.replay(id)) {
      throw notFound();
    }
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
    return Map.of("replayed", deadLetters.replayAll(topic));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String id) {
    if (!deadLetters.discard(id)) {
      throw notFound();
    }
  }

  private static NotFoundException notFound() {
    return new NotFoundException("There is no such dead letter");
  }
}
