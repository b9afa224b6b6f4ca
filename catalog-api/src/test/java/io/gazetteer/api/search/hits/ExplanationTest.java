package io.gazetteer.api.search.hits;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.hits.Hit.Match;
import io.gazetteer.api.search.hits.Hit.Reason;
import io.gazetteer.api.search.ranking.ClauseName;
import io.gazetteer.api.search.ranking.ClauseName.Alternative;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplanationTest {
  private static final JsonNode NO_QUESTION = JsonMapper.shared().createObjectNode();

  private final MatchedClauses.Reader reader = new MatchedClauses.Reader();
  private final JsonMapper json = JsonMapper.shared();

  @Test
  void countsTheBestOfEachGroupTheMostFirst() {
    var clauses =
        clauses(
            clause(1, 0, "a", 3), clause(1, 1, "b", 5), clause(1, 2, "c", 5), clause(2, 0, "d", 7));

    assertThat(Explanation.of(clauses, List.of(), NO_QUESTION))
        .containsExactly(new Reason("d", 7), new Reason("b", 5));
  }

  @Test
  void countsTheBestAlternativeOfWhichAllMatched() {
    var first = new Alternative(0, 0);
    var second = new Alternative(0, 1);
    var third = new Alternative(0, 2);
    var clauses =
        clauses(
            new Scored(new ClauseName(List.of(first), 1, 0, "a part", null), 90),
            new Scored(new ClauseName(List.of(second), 2, 0, "second", null), 4),
            new Scored(new ClauseName(List.of(second), 0, 0, "", null), 4),
            new Scored(new ClauseName(List.of(third), 3, 0, "third", null), 5),
            new Scored(new ClauseName(List.of(third), 0, 0, "", null), 5));

    assertThat(Explanation.of(clauses, List.of(), NO_QUESTION))
        .containsExactly(new Reason("third", 5));
  }

  @Test
  void saysWhatAHitHasForNoPoints() {
    assertThat(
            Explanation.of(
                clauses(),
                List.of(
                    new Match("time", "type", "qualifier"),
                    new Match("pk", "is", "qualifier"),
                    new Match("comment", "has", "qualifier"),
                    new Match("x", "name", "exact")),
                NO_QUESTION))
        .containsExactly(
            new Reason("the type fits time", 0),
            new Reason("it is pk", 0),
            new Reason("it has a comment", 0));
    assertThat(Explanation.of(clauses(), List.of(), NO_QUESTION))
        .containsExactly(new Reason("it has nothing of what must not be", 0));
  }

  private record Scored(ClauseName name, double points) {}

  private static Scored clause(int group, int number, String reason, double points) {
    return new Scored(new ClauseName(List.of(), group, number, reason, null), points);
  }

  private MatchedClauses clauses(Scored... clauses) {
    var queries = json.createObjectNode();
    for (Scored clause : clauses) {
      queries.put(clause.name().encode(), clause.points());
    }
    return reader.read(queries);
  }
}
