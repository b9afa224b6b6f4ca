package io.gazetteer.api.search.joins;

import java.util.List;

/**
 * How two tables are joined.
 *
 * @param paths the shortest ones; none when nothing joins the tables
 * @param inferred whether no declared keys lead from one to the other, so that these are guesses
 */
public record JoinAnswer(String from, String to, List<JoinPath> paths, boolean inferred) {
  public JoinAnswer {
    paths = List.copyOf(paths);
  }

  /**
   * One path.
   *
   * @param tables from the first to the last
   * @param join the SQL text behind FROM
   */
  public record JoinPath(List<String> tables, List<JoinStep> steps, String join) {
    public JoinPath {
      tables = List.copyOf(tables);
      steps = List.copyOf(steps);
    }
  }

  /**
   * One join of a path.
   *
   * @param condition the pairs of columns, as SQL
   * @param evidence why they are taken to belong together
   */
  public record JoinStep(
      String from, String to, String condition, String evidence, boolean declared) {}
}
