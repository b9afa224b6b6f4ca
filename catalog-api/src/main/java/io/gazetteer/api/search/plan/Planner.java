package io.gazetteer.api.search.plan;

import io.gazetteer.api.search.query.Query;
import io.gazetteer.api.search.query.Query.And;
import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.query.Query.Not;
import io.gazetteer.api.search.query.Query.Or;
import io.gazetteer.api.search.query.Query.Pattern;
import io.gazetteer.api.search.query.Query.Phrase;
import io.gazetteer.api.search.query.Query.Qualifier;
import io.gazetteer.api.search.query.Query.Word;
import io.gazetteer.common.identifiers.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes plans of queries. Thread safe. */
public final class Planner {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final TermReader terms;
  private final KnownDatabases databases;

  public Planner(
      KnownWords known,
      OtherSpellings spellings,
      KnownDatabases databases,
      KnownComments comments) {
    this.terms = new TermReader(known, spellings, databases, comments);
    this.databases = databases;
  }

  /**
   * Plans a search.
   *
   * @param forgiving whether words that the index has may be typos, too
   */
  public Planned plan(Query query, boolean forgiving) {
    var planning = new Planning(forgiving);
    var plan = planning.plan(query);
    return new Planned(plan, planning.isCorrected ? planning.meant(query).print() : null);
  }

  /** The words of a text, as the index has them. */
  static List<String> words(String text) {
    return ANALYZER.analyze(text).stream().map(io.gazetteer.common.identifiers.Word::text).toList();
  }

  private final class Planning {
    private final boolean forgiving;
    private boolean isCorrected;

    Planning(boolean forgiving) {
      this.forgiving = forgiving;
    }

    Plan plan(Query query) {
      return switch (query) {
        case Word word -> words(List.of(word));
        case Phrase phrase -> new Plan.Phrase(phrase.text(), Planner.words(phrase.text()));
        case Pattern pattern -> new Plan.NamePattern(pattern.text());
        // What must not be is meant as it is typed.
        case Not not -> new Plan.Not(new Planning(false).plan(not.query()));
        case Or or -> new Plan.Any(or.queries().stream().map(this::plan).toList());
        case And and -> all(and);
        case Qualifier qualifier -> property(qualifier);
      };
    }

    /** Words belong together, whatever stands between them: "e mail" is email. */
    private Plan all(And and) {
      var typed = and.queries().stream().filter(Word.class::isInstance).toList();
      var plans = new ArrayList<Plan>();
      if (!typed.isEmpty()) {
        plans.add(words(typed.stream().map(Word.class::cast).toList()));
      }
      and.queries().stream()
          .filter(part -> !(part instanceof Word))
          .forEach(part -> plans.add(plan(part)));
      return plans.size() == 1 ? plans.getFirst() : new Plan.All(plans);
    }

    private Plan words(List<Word> words) {
      var text = words.stream().map(Word::text).collect(Collectors.joining(" "));
      var read = terms.read(text, forgiving);
      isCorrected |= !read.corrected().isEmpty();
      return new Plan.Words(text, read.terms());
    }

    private Plan property(Qualifier qualifier) {
      if (qualifier.field() == Field.DB) {
        return new Plan.InDatabases(
            qualifier.values(),
            qualifier.values().stream()
                .flatMap(name -> databases.named(name).stream())
                .distinct()
                .toList());
      }
      return new Plan.Property(
          qualifier.field(),
          qualifier.values().stream()
              .map(value -> new Plan.Value(value, Planner.words(value)))
              .toList());
    }

    /** The same query with the likeliest corrections in it. */
    Query meant(Query query) {
      return switch (query) {
        case Word word -> new Word(corrected(word.text(), terms.read(word.text(), forgiving)));
        case And and -> new And(and.queries().stream().map(this::meant).toList());
        case Or or -> new Or(or.queries().stream().map(this::meant).toList());
        default -> query;
      };
    }

    private static String corrected(String text, TermReader.Read read) {
      var corrected = new StringBuilder(text);
      int moved = 0;
      for (Map.Entry<TypedWord, String> entry : read.corrected().entrySet()) {
        var word = entry.getKey();
        corrected.replace(word.start() + moved, word.end() + moved, entry.getValue());
        moved += entry.getValue().length() - (word.end() - word.start());
      }
      return corrected.toString();
    }
  }
}
