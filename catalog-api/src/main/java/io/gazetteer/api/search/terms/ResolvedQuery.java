package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.query.Query;
import io.gazetteer.api.search.query.Query.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A {@link Query} in the words of the index. It adds what only memory of the index can tell: words
 * that were typed side by side are one {@link Words} with the terms of all of them, values of
 * qualifiers have words, and names of databases have become ids.
 */
public sealed interface ResolvedQuery {
  /**
   * Words that a hit should have all, best together.
   *
   * @param text as typed: it may be a whole name
   * @param terms empty when the text has only signs: then only a name can match
   */
  record Words(String text, List<QueryTerm> terms) implements ResolvedQuery {
    public Words {
      terms = List.copyOf(terms);
    }

    /** The terms without those of these words; all of them when no other is left. */
    public List<QueryTerm> without(Set<String> words) {
      var others = terms.stream().filter(term -> !words.contains(term.text())).toList();
      return others.isEmpty() ? terms : others;
    }

    /** The ways to write a text of several parts as one name, in lower case. */
    public Set<String> joined() {
      var parts = text.toLowerCase(Locale.ROOT).split("\\s+", -1);
      var names = new LinkedHashSet<String>();
      if (parts.length > 1) {
        names.add(String.join("_", parts));
        names.add(String.join("", parts));
        names.add(String.join("-", parts));
      }
      return names;
    }
  }

  /**
   * Words that must stand together in this order.
   *
   * @param words empty as for {@link Words}
   */
  record Phrase(String text, List<String> words) implements ResolvedQuery {
    public Phrase {
      words = List.copyOf(words);
    }
  }

  /** A pattern that a whole name must fit, in any case. */
  record Pattern(String text) implements ResolvedQuery {}

  /** A part that hits must not match. */
  record Not(ResolvedQuery query) implements ResolvedQuery {}

  /** Alternatives, of which a hit must match one. */
  record Or(List<ResolvedQuery> queries) implements ResolvedQuery {
    public Or {
      queries = List.copyOf(queries);
    }
  }

  /** Parts that a hit must all match; at most one of them is {@link Words}, the first. */
  record And(List<ResolvedQuery> queries) implements ResolvedQuery {
    public And {
      queries = List.copyOf(queries);
    }
  }

  /** A property that must have one of the values; those of databases are {@link Databases}. */
  record Qualifier(Field field, List<Value> values) implements ResolvedQuery {
    public Qualifier {
      values = List.copyOf(values);
    }
  }

  /**
   * The value of a qualifier.
   *
   * @param words those of the value, as the index has them
   */
  record Value(String text, List<String> words) {
    public Value {
      words = List.copyOf(words);
    }
  }

  /**
   * Data sources, of which a hit must be in one.
   *
   * @param names as typed
   */
  record Databases(List<String> names, List<String> dataSourceIds) implements ResolvedQuery {
    public Databases {
      names = List.copyOf(names);
      dataSourceIds = List.copyOf(dataSourceIds);
    }
  }

  /** The leaves that hits may be found by; none of those that are excluded. */
  default Stream<ResolvedQuery> wanted() {
    return switch (this) {
      case And and -> and.queries().stream().flatMap(ResolvedQuery::wanted);
      case Or or -> or.queries().stream().flatMap(ResolvedQuery::wanted);
      case Not not -> Stream.of();
      default -> Stream.of(this);
    };
  }
}
