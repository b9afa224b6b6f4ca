package io.gazetteer.benchmarks.source;

import java.util.List;

/** Names the tables and columns of a database; always the same for the same numbers. */
public sealed interface Naming permits PlainNames, VariedNames {
  /** The name of a table; no other has it. */
  String table(int table);

  /** The names of so many of its columns, each another one; the primary key is not among them. */
  List<String> columns(int table, int count);

  /** What is said about a table, without quotes. */
  String comment(int table);

  /** What is said about a column, without quotes. */
  String comment(int table, int column);
}
