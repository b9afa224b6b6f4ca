package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.query.Query.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is looked for. */
public sealed interface Plan {
  /**
   * Words that all should be found, best together.
   *
   * @param text as typed: it may be a whole name
   * @param terms may be empty, when there are only signs: then only a name can match
   */
  record Words(String text, List<Term> terms) implements Plan {
    public Words {
      terms = List.copyOf(terms);
    }

    /** How the parts of the text are usually written as one name, folded; none if it is one. */
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
   * Words in their order.
   *
   * @param words may be empty, as for {@link Words}
   */
  record Phrase(String text, List<String> words) implements Plan {
    public Phrase {
      words = List.copyOf(words);
    }
  }

  /** A whole name, in any case. */
  record NamePattern(String pattern) implements Plan {}

  /** What must not be. */
  record Not(Plan plan) implements Plan {}

  /** Any of these. */
  record Any(List<Plan> plans) implements Plan {
    public Any {
      plans = List.copyOf(plans);
    }
  }

  /** All of these; at most one of them is {@link Words}, the first. */
  record All(List<Plan> plans) implements Plan {
    public All {
      plans = List.copyOf(plans);
    }
  }

  /** A property that has any of the values. */
  record Property(Field field, List<Value> values) implements Plan {
    public Property {
      values = List.copyOf(values);
    }
  }

  /**
   * Documents of any of these data sources.
   *
   * @param names as typed
   */
  record InDatabases(List<String> names, List<String> dataSourceIds) implements Plan {
    public InDatabases {
      names = List.copyOf(names);
      dataSourceIds = List.copyOf(dataSourceIds);
    }
  }

  /**
   * One value of a property.
   *
   * @param words of a name, as the index has them
   */
  record Value(String text, List<String> words) {
    public Value {
      words = List.copyOf(words);
    }
  }
}
