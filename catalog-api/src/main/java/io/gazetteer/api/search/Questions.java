package io.gazetteer.api.search;

import io.gazetteer.api.search.hits.Hit;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.common.index.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks questions for other features, which show the answer in another form. Thread safe. */
@Component
@FromRequest
public final class Questions {
  private final SearchRequestReader requests;
  private final Search search;
  private final SearchAnswers answers;

  Questions(SearchRequestReader requests, Search search, SearchAnswers answers) {
    this.requests = requests;
    this.search = search;
    this.answers = answers;
  }

  /**
   * What was found for a question.
   *
   * @param hits tables, the best first
   * @param descriptions those of the tables, by the ids of the hits: their columns and foreign keys
   * @param total how many tables there are
   */
  public record Answered(
      List<Hit> hits,
      Map<String, JsonNode> descriptions,
      long total,
      List<String> ignored,
      List<String> unmatched,
      List<String> notes) {
    public Answered {
      hits = List.copyOf(hits);
      descriptions = Map.copyOf(descriptions);
    }
  }

  /**
   * Asks a question, read from the parameters {@code q}, {@code schema}, and those that choose data
   * sources; whatever the text looks like, it is a question.
   *
   * @param limit how many tables, at most
   */
  public Answered ask(Parameters parameters, int limit) {
    var request = requests.readQuestion(parameters, limit);
    var page = search.first(request);
    var answer = answers.of(request, page, 0);
    var descriptions = new HashMap<String, JsonNode>();
    for (JsonNode hit : page.hits()) {
      descriptions.put(hit.path("_id").asString(), hit.path("_source").path(Fields.DESCRIPTION));
    }
    return new Answered(
        page.isOfQuestion() ? answer.hits() : List.of(),
        descriptions,
        page.isOfQuestion() ? page.total() : 0,
        answer.ignored(),
        answer.unmatched(),
        answer.notes());
  }
}
