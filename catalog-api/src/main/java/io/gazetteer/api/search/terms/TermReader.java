package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.abbreviations.Abbreviations.Variant;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.api.sources.DataSourceSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads the query terms of a typed text. Thread safe. */
final class TermReader {
  /** With more corrected words, the points of typos would outweigh a word found as typed. */
  static final int MOST_CORRECTED = 6;

  private static final int SHORTEST_NAME_PREFIX = 3;

  private final Abbreviations abbreviations;
  private final Supplier<DataSourceSnapshot> sources;
  private final KnownComments comments;
  private final Corrections corrections;
  private final Derivations derivations;
  private final Squeezed squeezed;

  TermReader(
      Vocabulary vocabulary,
      Abbreviations abbreviations,
      Supplier<DataSourceSnapshot> sources,
      KnownComments comments) {
    this.abbreviations = abbreviations;
    this.sources = sources;
    this.comments = comments;
    this.corrections = new Corrections(vocabulary, abbreviations);
    this.derivations = new Derivations(vocabulary, abbreviations);
    this.squeezed = new Squeezed(vocabulary);
  }

  /**
   * The terms of a text and its likeliest corrections.
   *
   * @param corrected the unknown words of the text, in order, and what each may mean
   */
  record Read(List<QueryTerm> terms, Map<TypedWord, String> corrected) {}

  /** A word that becomes a term, and what it may be a typo of. */
  private record Candidate(TypedWord word, List<String> corrections, boolean isKnown) {}

  /**
   * Reads the terms of a text, a repeated word once.
   *
   * @param forgiving whether known words may be typos, too
   * @param limits those of each term
   * @param scope ids of the data sources that are searched; none for all
   */
  Read read(String text, boolean forgiving, DerivationLimits limits, Collection<String> scope) {
    var unknown = new TreeMap<TypedWord, String>((a, b) -> Integer.compare(a.start(), b.start()));
    var candidates = new ArrayList<Candidate>();
    for (List<TypedWord> run : TypedWord.runs(text, TypedWord.of(text))) {
      candidates.addAll(candidates(run, forgiving, unknown));
    }
    var once = new ArrayList<Candidate>();
    for (Candidate candidate : candidates) {
      if (once.stream().noneMatch(other -> other.word().text().equals(candidate.word().text()))) {
        once.add(candidate);
      }
    }
    return new Read(terms(once, forgiving, limits, scope), unknown);
  }

  /**
   * The terms that a cursor carries, with the databases of today.
   *
   * @return empty when the terms cannot have been read of this text
   */
  Optional<List<QueryTerm>> readAgain(String text, List<QueryTerm> carried) {
    var texts = carried.stream().map(QueryTerm::text).collect(Collectors.toSet());
    var typed = new ArrayList<TypedWord>();
    for (List<TypedWord> run : TypedWord.runs(text, TypedWord.of(text))) {
      var ways = new ArrayList<>(run);
      if (run.size() > 1) {
        ways.add(TypedWord.joined(run));
      }
      if (!texts.contains(ways.getLast().text())
          && !run.stream().allMatch(word -> texts.contains(word.text()))) {
        return Optional.empty();
      }
      typed.addAll(ways);
    }
    boolean fits =
        texts.size() == carried.size()
            && carried.stream().allMatch(term -> typed.stream().anyMatch(w -> fits(term, w)));
    return fits
        ? Optional.of(carried.stream().map(term -> term.withDatabases(databases(term))).toList())
        : Optional.empty();
  }

  private static boolean fits(QueryTerm term, TypedWord word) {
    return term.text().equals(word.text())
        && (term.prefix().isEmpty() || term.prefix().equals(word.surface()))
        && (!term.prefixesNames() || term.prefix().length() >= SHORTEST_NAME_PREFIX);
  }

  private List<String> databases(QueryTerm term) {
    return sources.get().withWord(term.text());
  }

  private List<Candidate> candidates(
      List<TypedWord> run, boolean forgiving, Map<TypedWord, String> unknown) {
    boolean allKnown = run.stream().allMatch(corrections::isFound);
    if (run.size() > 1 && !allKnown) {
      var whole = TypedWord.joined(run);
      var meant = corrections.of(whole);
      if (!meant.isEmpty() && unknown.size() < MOST_CORRECTED && !areRight(run)) {
        unknown.put(whole, meant.getFirst());
        return List.of(new Candidate(whole, meant, false));
      }
    }
    var candidates = new ArrayList<Candidate>();
    for (TypedWord word : run) {
      boolean isKnown = corrections.isFound(word);
      var meant = isKnown && !forgiving ? List.<String>of() : corrections.of(word);
      if (!isKnown
          && !meant.isEmpty()
          && unknown.size() < MOST_CORRECTED
          && !Corrections.isRight(word.surface())
          && !standsElsewhere(word.text())) {
        unknown.put(word, meant.getFirst());
      }
      candidates.add(new Candidate(word, meant, isKnown));
    }
    return candidates;
  }

  private boolean areRight(List<TypedWord> run) {
    return run.stream().allMatch(word -> corrections.isFound(word) || standsElsewhere(word.text()));
  }

  /** Whether a word that no table or column has in its name may be right all the same. */
  private boolean standsElsewhere(String word) {
    return !sources.get().withWord(word).isEmpty() || comments.haveWord(word);
  }

  /**
   * What a word may be squeezed to. It needs another word beside it, which the same name, table or
   * comment must have; by itself it must be all of its consonants.
   */
  private List<String> squeezed(List<String> texts, int at) {
    if (texts.size() < 2) {
      return squeezed.alone(texts.get(at));
    }
    return squeezed.of(texts.get(at));
  }

  /** What two words may be squeezed to as one, in either order: the name of a supplier. */
  private List<String> together(String one, String other) {
    var found = new ArrayList<>(squeezed.together(one, ways(one), ways(other)));
    found.addAll(squeezed.together(other, ways(other), ways(one)));
    return found;
  }

  /** Whether the index has neither a word nor any listed form of it. */
  private boolean isMissing(Candidate candidate) {
    return !candidate.isKnown() || !corrections.isThere(candidate.word().text());
  }

  private List<String> ways(String word) {
    var ways = new ArrayList<>(List.of(word));
    abbreviations.variants(List.of(word)).stream()
        .filter(variant -> variant.words().size() == 1)
        .forEach(variant -> ways.add(variant.words().getFirst()));
    return ways;
  }

  private List<QueryTerm> terms(
      List<Candidate> candidates,
      boolean forgiving,
      DerivationLimits limits,
      Collection<String> scope) {
    var texts = candidates.stream().map(candidate -> candidate.word().text()).toList();
    var variants = abbreviations.variants(texts, scope);
    var terms = new ArrayList<QueryTerm>();
    int corrected = 0;
    for (int i = 0; i < candidates.size(); i++) {
      var candidate = candidates.get(i);
      var meant = new ArrayList<>(candidate.corrections());
      if (forgiving || isMissing(candidate)) {
        meant.addAll(squeezed(texts, i));
        if (meant.isEmpty()) {
          meant.addAll(squeezed.cutOff(texts.get(i), texts.size() > 1));
        }
      }
      if (i > 0 && (forgiving || isMissing(candidate) || isMissing(candidates.get(i - 1)))) {
        meant.addAll(together(texts.get(i - 1), texts.get(i)));
      }
      if (i + 1 < texts.size()
          && (forgiving || isMissing(candidate) || isMissing(candidates.get(i + 1)))) {
        meant.addAll(together(texts.get(i), texts.get(i + 1)));
      }
      boolean correct = !meant.isEmpty() && corrected++ < MOST_CORRECTED;
      terms.add(
          term(
              candidate,
              at(i, variants),
              correct ? meant.stream().distinct().toList() : List.of(),
              i == candidates.size() - 1,
              limits));
    }
    return terms;
  }

  private static List<Variant> at(int index, List<Variant> variants) {
    return variants.stream()
        .filter(variant -> variant.from() <= index && index < variant.to())
        .toList();
  }

  private QueryTerm term(
      Candidate candidate,
      List<Variant> variants,
      List<String> meant,
      boolean isLast,
      DerivationLimits limits) {
    var word = candidate.word();
    return new QueryTerm(
        word.text(),
        prefix(word, isLast),
        !candidate.isKnown() && word.surface().length() >= SHORTEST_NAME_PREFIX,
        derivations.of(word, variants, meant, limits),
        sources.get().withWord(word.text()));
  }

  /** One letter begins too many words, unless it is the last word, which may not be finished. */
  private static String prefix(TypedWord word, boolean isLast) {
    return isLast || word.surface().length() >= Derivations.SHORTEST_PREFIX ? word.surface() : "";
  }
}
