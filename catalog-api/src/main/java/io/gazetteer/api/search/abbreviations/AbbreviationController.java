package io.gazetteer.api.search.abbreviations;

import io.gazetteer.api.search.abbreviations.TriedAbbreviations.Tried;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.input.Parameters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows and edits the abbreviations that searches know. */
@RestController
@RequestMapping("/api/abbreviations")
final class AbbreviationController {
  private static final int MOST_CHARACTERS = 200;

  private final EditedAbbreviations abbreviations;
  private final TriedAbbreviations tried;

  AbbreviationController(EditedAbbreviations abbreviations, TriedAbbreviations tried) {
    this.abbreviations = abbreviations;
    this.tried = tried;
  }

  @GetMapping
  ResponseEntity<AbbreviationList> read() {
    return answer(abbreviations.read());
  }

  @GetMapping("/try")
  Tried tryOut(Parameters parameters) {
    var text = parameters.text("q");
    if (text.length() > MOST_CHARACTERS) {
      parameters.refuse("q", "has at most " + MOST_CHARACTERS + " characters");
    }
    parameters.check();
    return tried.of(text);
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<AbbreviationList> replace(
      JsonFields fields,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag) {
    return answer(abbreviations.replace(fields, expected(tag)));
  }

  /** Returns to the list that comes with the project. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset(@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag) {
    abbreviations.reset(expected(tag));
  }

  private static Optional<String> expected(@Nullable String tag) {
    return Optional.ofNullable(tag).filter(given -> !given.equals("*"));
  }

  private static ResponseEntity<AbbreviationList> answer(AbbreviationList list) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .eTag(list.tag())
        .body(list);
  }
}
