package io.gazetteer.benchmarks.source;

import java.util.List;

/** What the tables and columns of a database are called; always the same for the same numbers. */
public interface Naming {
  /** The name of a table; no other has it. */
  String table(int table);

  /** The names of so many of its columns, each another one; the primary key is not among them. */
  List<String> columns(int table, int count);

  /** What is said about a table, without quotes. */
  String comment(int table);

  /** What is said about a column, without quotes. */
  String comment(int table, int column);
}
