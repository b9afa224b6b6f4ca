package io.gazetteer.worker.introspect.postgresql;

/**
 * Holds a row of pg_attribute; {@code identity} and {@code generated} are 0 for an ordinary column.
 */
record PostgresColumn(int number, ColumnType type, boolean notNull, Marks marks, String name) {

  /** Holds the two one-letter catalog marks. */
  record Marks(char identity, char generated) {
    static final Marks NONE = new Marks((char) 0, (char) 0);

    static Marks of(char identity, char generated) {
      return identity == 0 && generated == 0 ? NONE : new Marks(identity, generated);
    }
  }
}
