package io.gazetteer.api.search.find;

import io.gazetteer.api.web.input.Parameters;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what a question needs within a number of tokens, as JSON or as text. */
@RestController
final class FindController {
  private static final String PATH = "/api/find";
  private static final int USUAL_TOKENS = 2_000;
  private static final int LEAST_TOKENS = 100;
  private static final int MOST_TOKENS = 32_000;

  private final NeededTables needed;

  FindController(NeededTables needed) {
    this.needed = needed;
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  FindAnswer find(Parameters parameters) {
    var tokens = parameters.integer("max_tokens", LEAST_TOKENS, MOST_TOKENS);
    boolean ddl = parameters.flag("ddl");
    return needed.ask(parameters).within(tokens == null ? USUAL_TOKENS : tokens, ddl);
  }

  @GetMapping(path = PATH, produces = MediaType.TEXT_PLAIN_VALUE)
  String text(Parameters parameters) {
    return find(parameters).text();
  }
}
