package io.gazetteer.api.search.suggest;

import io.gazetteer.api.search.suggest.NameSuggestions.Answer;
import io.gazetteer.api.web.input.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Suggests names while someone types. */
@RestController
final class SuggestController {
  private final NameSuggestions suggestions;

  SuggestController(NameSuggestions suggestions) {
    this.suggestions = suggestions;
  }

  @GetMapping("/api/suggest")
  Answer suggest(Parameters parameters) {
    return suggestions.of(parameters);
  }
}
