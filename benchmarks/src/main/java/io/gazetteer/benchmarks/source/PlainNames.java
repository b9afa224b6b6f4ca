package io.gazetteer.benchmarks.source;

import java.util.List;
import java.util.stream.IntStream;

/** Names of few words, which repeat from table to table; {@link VariedNames} has many more. */
public enum PlainNames implements Naming {
  COMPANY;

  private static final String[] THINGS =
      """
      customer order invoice payment product supplier warehouse employee contract shipment ticket \
      campaign address account branch vehicle policy claim project machine sensor lesson patient \
      booking currency"""
          .split(" ", -1);
  private static final String[] ASPECTS =
      """
      id amount created_at note is_active count code valid_from settings key email status total \
      rate phone city quantity reason owner level weight label score period"""
          .split(" ", -1);
  private static final String[] USES =
      "history detail import snapshot link archive stage audit summary queue".split(" ", -1);

  /** No table can have more columns: the names would repeat. */
  static final int MOST_COLUMNS = THINGS.length * ASPECTS.length;

  @Override
  public String table(int table) {
    return at(THINGS, table) + "_" + at(USES, table / THINGS.length) + "_" + table;
  }

  @Override
  public List<String> columns(int table, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            column ->
                at(THINGS, table + column) + "_" + at(ASPECTS, table + column / THINGS.length))
        .toList();
  }

  @Override
  public String comment(int table) {
    return "Table number " + table + " of the company";
  }

  @Override
  public String comment(int table, int column) {
    return "As it was told by customer " + column;
  }

  private static String at(String[] words, int number) {
    return words[number % words.length];
  }
}
