package io.gazetteer.worker.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says how a table with some rule of a database is made, what is to be shown of it, and what is to
 * be told when the rule changes. In all texts {@code $t} is the table's name.
 */
final class RuleCase {
  private final String name;
  private final int[] since;
  private final List<String> made = new ArrayList<>();
  private final List<String> altered = new ArrayList<>();
  private final Map<String, String> shown = new LinkedHashMap<>();
  private final List<String> told = new ArrayList<>();
  private String table = "$t";

  private RuleCase(String name, int... since) {
    this.name = name;
    this.since = since;
  }

  /**
   * Begins a case.
   *
   * @param since the server's version that has such a thing first, for example 8, 0, 16
   */
  static RuleCase of(String name, int... since) {
    return new RuleCase(name, since);
  }

  RuleCase made(String... statements) {
    made.addAll(List.of(statements));
    return this;
  }

  /** Says what the API's JSON of the table has at a place. */
  RuleCase shows(String pointer, String json) {
    shown.put(pointer, json);
    return this;
  }

  RuleCase altered(String... statements) {
    altered.addAll(List.of(statements));
    return this;
  }

  /** Says which changes are told, in any order; none when there are none. */
  RuleCase tells(String... changes) {
    told.addAll(List.of(changes));
    return this;
  }

  /** Looks at another table than that of the case's name. */
  RuleCase lookingAt(String otherTable) {
    table = otherTable;
    return this;
  }

  String name() {
    return name;
  }

  /** Returns whether a server of this version has such a thing. */
  boolean isFor(int... version) {
    for (int i = 0; i < since.length; i++) {
      if (version[i] != since[i]) {
        return version[i] > since[i];
      }
    }
    return true;
  }

  List<String> madeFor(String inPlace) {
    return with(inPlace, made);
  }

  List<String> alteredFor(String inPlace) {
    return with(inPlace, altered);
  }

  String tableFor(String inPlace) {
    return table.replace("$t", inPlace);
  }

  Map<String, String> shownFor(String inPlace) {
    var all = new LinkedHashMap<String, String>();
    shown.forEach((pointer, json) -> all.put(pointer, json.replace("$t", inPlace)));
    return all;
  }

  List<String> told() {
    return told;
  }

  private static List<String> with(String inPlace, List<String> statements) {
    return statements.stream().map(statement -> statement.replace("$t", inPlace)).toList();
  }
}
