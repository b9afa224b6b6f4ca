package io.gazetteer.api.search.query;

import java.util.List;
import java.util.Locale;

/**
 * What someone looks for. {@link QueryParser} reads it from a text, {@link #print} writes it as one
 * that reads the same.
 */
public sealed interface Query {
  /** A word as typed; it may turn out to be several, or none. */
  record Word(String text) implements Query {}

  /** Words that must stand together, in this order. */
  record Phrase(String text) implements Query {}

  /** A whole name with {@code *} for any characters and {@code ?} for one. */
  record Pattern(String text) implements Query {}

  /** What must not be. */
  record Not(Query query) implements Query {}

  /** Any of these, two at least. */
  record Or(List<Query> queries) implements Query {
    public Or {
      queries = List.copyOf(queries);
    }
  }

  /** All of these, two at least. */
  record And(List<Query> queries) implements Query {
    public And {
      queries = List.copyOf(queries);
    }
  }

  /** A property that must have any of these values, one at least. */
  record Qualifier(Field field, List<String> values) implements Query {
    public Qualifier {
      values = List.copyOf(values);
    }
  }

  /** What a qualifier can speak of. */
  enum Field {
    DB,
    SCHEMA,
    TABLE,
    COLUMN,
    TYPE,
    KIND,
    IS,
    HAS;

    /** The word before the colon. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether values are names, which may be patterns. */
    public boolean isName() {
      return this == DB || this == SCHEMA || this == TABLE || this == COLUMN;
    }
  }

  /** The query as a text that parses to an equal one. */
  default String print() {
    return QueryPrinter.print(this);
  }
}
