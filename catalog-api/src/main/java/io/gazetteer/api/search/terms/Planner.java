package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.query.Query;
import io.gazetteer.api.search.query.Query.And;
import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.query.Query.Not;
import io.gazetteer.api.search.query.Query.Or;
import io.gazetteer.api.search.query.Query.Pattern;
import io.gazetteer.api.search.query.Query.Phrase;
import io.gazetteer.api.search.query.Query.Qualifier;
import io.gazetteer.api.search.query.Query.Word;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes plans of queries. Thread safe. */
public final class Planner {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();
  private static final Optional<List<Term>> NO_TERMS = Optional.empty();

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
    var reading = new FirstReading(forgiving, Allowance.of(wordsIn(query)));
    var plan = new Planning(reading, true).plan(query);
    return new Planned(plan, reading.isCorrected ? reading.meant(query).print() : null);
  }

  /**
   * Plans a search as it was planned before, whatever the index and the abbreviations are by now.
   *
   * @return empty when what is remembered is of another query
   */
  public Optional<Planned> again(Query query, Remembered remembered) {
    var reading = new SecondReading(remembered.words().iterator());
    var plan = new Planning(reading, true).plan(query);
    return reading.fits() ? Optional.of(new Planned(plan, remembered.meant())) : Optional.empty();
  }

  /** How many words have other spellings. */
  private static int wordsIn(Query query) {
    return switch (query) {
      case Word word -> words(word.text()).size();
      case And and -> and.queries().stream().mapToInt(Planner::wordsIn).sum();
      case Or or -> or.queries().stream().mapToInt(Planner::wordsIn).sum();
      default -> 0;
    };
  }

  /** The words of a text, as the index has them. */
  static List<String> words(String text) {
    return ANALYZER.analyze(text).stream().map(io.gazetteer.common.words.Word::text).toList();
  }

  /** Where the terms of a text come from. */
  private interface Reading {
    /**
     * Reads a text.
     *
     * @param wanted whether it shall be found; what must not be is meant as it is typed
     */
    List<Term> terms(String text, boolean wanted);
  }

  private final class FirstReading implements Reading {
    private final boolean forgiving;
    private final Allowance allowance;
    private boolean isCorrected;

    FirstReading(boolean forgiving, Allowance allowance) {
      this.forgiving = forgiving;
      this.allowance = allowance;
    }

    @Override
    public List<Term> terms(String text, boolean wanted) {
      var read = terms.read(text, forgiving && wanted, wanted ? allowance : Allowance.NONE);
      isCorrected |= wanted && !read.corrected().isEmpty();
      return read.terms();
    }

    /** The same query with the likeliest corrections in it. */
    Query meant(Query query) {
      return switch (query) {
        case Word word ->
            new Word(corrected(word.text(), terms.read(word.text(), forgiving, Allowance.NONE)));
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

  private final class SecondReading implements Reading {
    private final Iterator<List<Term>> remembered;
    private boolean isOfAnother;

    SecondReading(Iterator<List<Term>> remembered) {
      this.remembered = remembered;
    }

    @Override
    public List<Term> terms(String text, boolean wanted) {
      var again = remembered.hasNext() ? terms.again(text, remembered.next()) : NO_TERMS;
      isOfAnother |= again.isEmpty();
      return again.orElse(List.of());
    }

    boolean fits() {
      return !isOfAnother && !remembered.hasNext();
    }
  }

  private final class Planning {
    private final Reading reading;
    private final boolean wanted;

    Planning(Reading reading, boolean wanted) {
      this.reading = reading;
      this.wanted = wanted;
    }

    Plan plan(Query query) {
      return switch (query) {
        case Word word -> words(List.of(word));
        case Phrase phrase -> new Plan.Phrase(phrase.text(), Planner.words(phrase.text()));
        case Pattern pattern -> new Plan.NamePattern(pattern.text());
        case Not not -> new Plan.Not(new Planning(reading, false).plan(not.query()));
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
      return new Plan.Words(text, reading.terms(text, wanted));
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
  }
}
