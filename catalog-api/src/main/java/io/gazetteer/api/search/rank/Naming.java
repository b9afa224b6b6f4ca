package io.gazetteer.api.search.rank;

/**
 * Which clauses get a name, by which Elasticsearch says that a hit matched them: {@code
 * path/group#number|sentence}. Of the clauses of a group the best one counts, and so of the
 * alternatives of a step in the path, {@code any1.0/} and {@code any1.1/}.
 */
public record Naming(Which which, String path) {
  /** Only those on names of a table's columns, which no hit carries with it. */
  public static final Naming COLUMNS = new Naming(Which.COLUMNS, "");

  /** All, so that points can be accounted for. */
  public static final Naming ALL = new Naming(Which.ALL, "");

  enum Which {
    COLUMNS,
    ALL
  }

  boolean isForAll() {
    return which == Which.ALL;
  }

  Naming alternative(int any, int number) {
    return new Naming(which, path + "any" + any + "." + number + "/");
  }

  /**
   * The name of a clause.
   *
   * @param number of the clause in its group: of equal names Elasticsearch knows one
   */
  String name(String group, int number, String sentence) {
    return path + plain(group) + '#' + number + '|' + plain(sentence);
  }

  private static String plain(String text) {
    return text.replace('|', ' ').replace('/', ' ').replace('#', ' ');
  }
}
