package io.gazetteer.api.search.ranking;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gazetteer.api.search.terms.MatchKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The name of a clause, by which Elasticsearch says that a hit matched it. It says what the clause
 * is, as a short JSON array.
 *
 * @param path the alternatives that the clause is in, the outermost first
 * @param group of the clauses of one group the best one counts; 0 for a whole alternative
 * @param number the number of the clause in its group
 * @param reason why a hit has the points of the clause; empty when it has none, or nobody asks
 * @param match what a hit that matched the clause has; null for what the hit shows itself
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"path", "group", "number", "reason", "match"})
public record ClauseName(
    List<Alternative> path, int group, int number, String reason, @Nullable MatchingWord match) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public ClauseName {
    path = List.copyOf(path);
  }

  /** One of the alternatives at one place of a query; the best of them counts. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"place", "number"})
  public record Alternative(int place, int number) {}

  /** A word or a qualifier's value of a query, the field that has it, and the kind of match. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"word", "field", "kind"})
  public record MatchingWord(String word, String field, MatchKind kind) {}

  static ClauseName ofAlternative(List<Alternative> path) {
    return new ClauseName(path, 0, 0, "", null);
  }

  @JsonIgnore
  public boolean isAlternative() {
    return group == 0;
  }

  /**
   * The name as one text. It differs for different clauses: of equal names only one is reported.
   */
  public String encode() {
    return JSON.writeValueAsString(this);
  }

  /** Reads a name that {@link #encode} has written. */
  public static ClauseName decode(String name) {
    return JSON.readValue(name, ClauseName.class);
  }
}
