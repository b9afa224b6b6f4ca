package io.gazetteer.api.search.query;

import java.util.List;
import java.util.Locale;

/**
 * A parsed search text. {@link QueryParser} reads it, and {@link #print} writes a text that reads
 * the same.
 */
public sealed interface Query {
  /** A word as typed; it may turn out to be several, or none. */
  record Word(String text) implements Query {}

  /** Words that must stand together, in this order. */
  record Phrase(String text) implements Query {}

  /** A pattern of a whole name, with {@code *} for any characters and {@code ?} for one. */
  record Pattern(String text) implements Query {}

  /** A part that hits must not match. */
  record Not(Query query) implements Query {}

  /** Two or more alternatives, of which hits must match one. */
  record Or(List<Query> queries) implements Query {
    public Or {
      queries = List.copyOf(queries);
    }
  }

  /** Two or more parts, which hits must all match. */
  record And(List<Query> queries) implements Query {
    public And {
      queries = List.copyOf(queries);
    }
  }

  /** A property that must have one of these values, at least one. */
  record Qualifier(Field field, List<String> values) implements Query {
    public Qualifier {
      values = List.copyOf(values);
    }
  }

  /** The properties that qualifiers can ask for. */
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
