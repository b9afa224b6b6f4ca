package io.gazetteer.api.pages.admin;

import io.gazetteer.api.operations.deadletters.DeadLetter;
import io.gazetteer.api.operations.deadletters.DeadLetterAdministration;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.admin.DeadLettersPage;
import io.gazetteer.pages.admin.DeadLettersPage.Row;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows messages that no worker could handle, and sends them again. */
@Controller
final class DeadLettersPageController {
  private static final int AT_ONCE = 50;
  private static final int MOST_CHARACTERS = 300;

  private final Answers answers;
  private final DeadLetterAdministration deadLetters;
  private final Clock clock;

  DeadLettersPageController(Answers answers, DeadLetterAdministration deadLetters, Clock clock) {
    this.answers = answers;
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  @GetMapping("/admin/dead-letters")
  ResponseEntity<byte[]> list(Visit visit) {
    return answers.of(page(visit, null));
  }

  @PostMapping("/admin/dead-letters/replay")
  ResponseEntity<byte[]> replayAll(Visit visit, FormFields form) {
    int replayed = deadLetters.replayAll(Optional.empty());
    return answers.of(
        page(visit, Texts.count(replayed, "message was", "messages were") + " sent again."));
  }

  @PostMapping("/admin/dead-letters/{id}/replay")
  ResponseEntity<byte[]> replay(@PathVariable String id, Visit visit, FormFields form) {
    return answers.of(page(visit, said(deadLetters.replay(id), "The message was sent again.")));
  }

  @PostMapping("/admin/dead-letters/{id}/discard")
  ResponseEntity<byte[]> discard(@PathVariable String id, Visit visit, FormFields form) {
    return answers.of(page(visit, said(deadLetters.discard(id), "The message is gone.")));
  }

  private static String said(boolean done, String what) {
    return done ? what : "The message was dealt with already.";
  }

  private DeadLettersPage page(Visit visit, @Nullable String notice) {
    var after = Optional.of(visit.text("after")).filter(text -> !text.isEmpty());
    var found = deadLetters.page(Optional.empty(), after, AT_ONCE + 1);
    var shown = found.stream().limit(AT_ONCE).toList();
    return new DeadLettersPage(
        visit.frame("Dead letters", "admin"),
        notice,
        Texts.number(deadLetters.total(Optional.empty())),
        shown.stream().map(letter -> row(visit, letter)).toList(),
        found.size() > AT_ONCE
            ? visit.links().to("admin/dead-letters?after=" + Links.encoded(shown.getLast().id()))
            : null);
  }

  private Row row(Visit visit, DeadLetter letter) {
    var path = "admin/dead-letters/" + Links.encoded(letter.id());
    var payload = letter.payload();
    return new Row(
        letter.topic(),
        Texts.ago(letter.at(), clock.instant()),
        letter.error(),
        payload.length() > MOST_CHARACTERS ? payload.substring(0, MOST_CHARACTERS) + " …" : payload,
        visit.links().to(path + "/replay"),
        visit.links().to(path + "/discard"));
  }
}
