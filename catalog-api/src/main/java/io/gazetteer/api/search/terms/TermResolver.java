package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.query.Query;
import io.gazetteer.api.search.query.Query.And;
import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.query.Query.Not;
import io.gazetteer.api.search.query.Query.Or;
import io.gazetteer.api.search.query.Query.Pattern;
import io.gazetteer.api.search.query.Query.Phrase;
import io.gazetteer.api.search.query.Query.Qualifier;
import io.gazetteer.api.search.query.Query.Word;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.DataSourceSnapshot;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Resolves the words of queries to query terms. Thread safe. */
@Component
public final class TermResolver {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();
  private static final Optional<List<QueryTerm>> NO_TERMS = Optional.empty();

  private final TermReader terms;
  private final Supplier<DataSourceSnapshot> sources;

  @Autowired
  public TermResolver(
      Vocabulary vocabulary,
      Abbreviations abbreviations,
      DataSourceDirectory sources,
      KnownComments comments) {
    this(vocabulary, abbreviations, sources::now, comments);
  }

  TermResolver(
      Vocabulary vocabulary,
      Abbreviations abbreviations,
      Supplier<DataSourceSnapshot> sources,
      KnownComments comments) {
    this.terms = new TermReader(vocabulary, abbreviations, sources, comments);
    this.sources = sources;
  }

  /**
   * Resolves a query with what the index has now.
   *
   * @param forgiving whether words that the index has may be typos, too
   */
  public CorrectedQuery resolve(Query query, boolean forgiving) {
    return resolve(query, forgiving, List.of());
  }

  /**
   * Resolves a query with what the index has now.
   *
   * @param forgiving whether words that the index has may be typos, too
   * @param scope ids of the data sources that are searched; none for all
   */
  public CorrectedQuery resolve(Query query, boolean forgiving, Collection<String> scope) {
    var reading = new FirstReading(forgiving, DerivationLimits.of(wordsIn(query)), scope);
    var resolved = new Resolution(reading, true).resolve(query);
    return new CorrectedQuery(
        resolved, reading.isCorrected ? reading.corrected(query).print() : null);
  }

  /**
   * Resolves a query as an earlier page did, whatever the index and the abbreviations have by now.
   *
   * @return empty when the terms are those of another query
   */
  public Optional<CorrectedQuery> resolveAgain(Query query, ResolvedTerms earlier) {
    var reading = new SecondReading(earlier.terms().iterator());
    var resolved = new Resolution(reading, true).resolve(query);
    return reading.fits()
        ? Optional.of(new CorrectedQuery(resolved, earlier.didYouMean()))
        : Optional.empty();
  }

  /** How many words of a query have derivations. */
  private static int wordsIn(Query query) {
    return switch (query) {
      case Word word -> words(word.text()).size();
      case And and -> and.queries().stream().mapToInt(TermResolver::wordsIn).sum();
      case Or or -> or.queries().stream().mapToInt(TermResolver::wordsIn).sum();
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
     * Reads the terms of a text.
     *
     * @param wanted whether hits shall have the text; what is excluded is taken as it is typed
     */
    List<QueryTerm> terms(String text, boolean wanted);
  }

  /** Reads terms with what the index has now. */
  private final class FirstReading implements Reading {
    private final boolean forgiving;
    private final DerivationLimits limits;
    private final Collection<String> scope;
    private boolean isCorrected;

    FirstReading(boolean forgiving, DerivationLimits limits, Collection<String> scope) {
      this.scope = scope;
      this.forgiving = forgiving;
      this.limits = limits;
    }

    @Override
    public List<QueryTerm> terms(String text, boolean wanted) {
      var read =
          terms.read(text, forgiving && wanted, wanted ? limits : DerivationLimits.NONE, scope);
      isCorrected |= wanted && !read.corrected().isEmpty();
      return read.terms();
    }

    /** The same query with the likeliest corrections in it. */
    Query corrected(Query query) {
      return switch (query) {
        case Word word ->
            new Word(
                corrected(
                    word.text(), terms.read(word.text(), forgiving, DerivationLimits.NONE, scope)));
        case And and -> new And(and.queries().stream().map(this::corrected).toList());
        case Or or -> new Or(or.queries().stream().map(this::corrected).toList());
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

  /** Takes the terms that a cursor carries. */
  private final class SecondReading implements Reading {
    private final Iterator<List<QueryTerm>> carried;
    private boolean isOfAnother;

    SecondReading(Iterator<List<QueryTerm>> carried) {
      this.carried = carried;
    }

    @Override
    public List<QueryTerm> terms(String text, boolean wanted) {
      var again = carried.hasNext() ? terms.readAgain(text, carried.next()) : NO_TERMS;
      isOfAnother |= again.isEmpty();
      return again.orElse(List.of());
    }

    boolean fits() {
      return !isOfAnother && !carried.hasNext();
    }
  }

  /** Walks through a query, or through a part of it that is excluded. */
  private final class Resolution {
    private final Reading reading;
    private final boolean wanted;

    Resolution(Reading reading, boolean wanted) {
      this.reading = reading;
      this.wanted = wanted;
    }

    ResolvedQuery resolve(Query query) {
      return switch (query) {
        case Word word -> resolveWords(List.of(word));
        case Phrase phrase -> new ResolvedQuery.Phrase(phrase.text(), words(phrase.text()));
        case Pattern pattern -> new ResolvedQuery.Pattern(pattern.text());
        case Not not -> new ResolvedQuery.Not(new Resolution(reading, false).resolve(not.query()));
        case Or or -> new ResolvedQuery.Or(or.queries().stream().map(this::resolve).toList());
        case And and -> resolveAll(and);
        case Qualifier qualifier -> resolveQualifier(qualifier);
      };
    }

    /** Words belong together, whatever stands between them: "e mail" is email. */
    private ResolvedQuery resolveAll(And and) {
      var typed = and.queries().stream().filter(Word.class::isInstance).toList();
      var parts = new ArrayList<ResolvedQuery>();
      if (!typed.isEmpty()) {
        parts.add(resolveWords(typed.stream().map(Word.class::cast).toList()));
      }
      and.queries().stream()
          .filter(part -> !(part instanceof Word))
          .forEach(part -> parts.add(resolve(part)));
      return parts.size() == 1 ? parts.getFirst() : new ResolvedQuery.And(parts);
    }

    private ResolvedQuery resolveWords(List<Word> words) {
      var text = words.stream().map(Word::text).collect(Collectors.joining(" "));
      return new ResolvedQuery.Words(text, reading.terms(text, wanted));
    }

    private ResolvedQuery resolveQualifier(Qualifier qualifier) {
      if (qualifier.field() == Field.DB) {
        return new ResolvedQuery.Databases(
            qualifier.values(),
            qualifier.values().stream()
                .flatMap(name -> sources.get().named(name).stream())
                .distinct()
                .toList());
      }
      return new ResolvedQuery.Qualifier(
          qualifier.field(),
          qualifier.values().stream()
              .map(value -> new ResolvedQuery.Value(value, words(value)))
              .toList());
    }
  }
}
