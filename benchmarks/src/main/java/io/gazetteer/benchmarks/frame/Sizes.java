package io.gazetteer.benchmarks.frame;

/**
 * How large the database of a benchmark is, and how often each work is done.
 *
 * @param tables of the database
 * @param columns of each table
 * @param rounds that count
 */
public record Sizes(int tables, int columns, int rounds) {
  /** Takes the numbers of the command line, and these where it has none. */
  public static Sizes orElse(int tables, int columns, int rounds) {
    return new Sizes(
        Options.number("tables", tables),
        Options.number("columns", columns),
        Options.number("rounds", rounds));
  }

  /** Makes a report whose title has these sizes, the kind of database and what else there is. */
  public Report report(String database, String more) {
    return new Report(
        "%s, %d tables x %d columns%s; medians of %d alternating rounds"
            .formatted(database, tables, columns, more, rounds));
  }
}
