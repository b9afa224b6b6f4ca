package io.gazetteer.api.search.ranking;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gazetteer.api.search.terms.MatchKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a clause is, as the name by which Elasticsearch says that a hit matched it.
 *
 * @param path the alternatives it is in, the outermost first
 * @param group of the clauses of one group the best one counts; 0 for a whole alternative
 * @param number of the clause in its group
 * @param reason why a hit has its points; empty when it has none, or nobody asks
 * @param claim what a hit that matched can be said to have; null for what the hit shows itself
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"path", "group", "number", "reason", "claim"})
public record ClauseName(
    List<Choice> path, int group, int number, String reason, @Nullable Claim claim) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public ClauseName {
    path = List.copyOf(path);
  }

  /** One of the alternatives of one place in a query; of them the best one counts. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"place", "alternative"})
  public record Choice(int place, int alternative) {}

  /** Something of the query, the field it was found in, and as what. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"word", "field", "how"})
  public record Claim(String word, String field, MatchKind how) {
    /** The names of a table's columns, which no hit carries with it. */
    public static final String COLUMNS = "columns";
  }

  static ClauseName ofAlternative(List<Choice> path) {
    return new ClauseName(path, 0, 0, "", null);
  }

  @JsonIgnore
  public boolean isAlternative() {
    return group == 0;
  }

  /** As one text, which differs for clauses that do: of equal names Elasticsearch knows one. */
  public String encode() {
    return JSON.writeValueAsString(this);
  }

  /** What {@link #encode} made a text of. */
  public static ClauseName decode(String name) {
    return JSON.readValue(name, ClauseName.class);
  }
}
