package io.gazetteer.api.search.question;

import io.gazetteer.api.search.terms.CorrectedQuery;
import io.gazetteer.api.search.terms.Derivation;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.api.search.terms.ResolvedTerms;
import io.gazetteer.api.search.terms.TermResolver;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Stems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Resolves the words of questions to terms. Beside what a search for names looks for, a question
 * finds other forms of a word, in its own language, and words that a longer one is made of. Thread
 * safe.
 */
@Component
public final class QuestionTerms {
  /** Of a longer question, the rarest words say most. */
  static final int MOST_WORDS = 16;

  private static final int LIKELY_FORMS = 20;
  private static final int SHORTEST_STEM = 3;
  private static final int SHORTEST_PART = 4;
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final TermResolver resolver;
  private final Vocabulary vocabulary;

  QuestionTerms(TermResolver resolver, Vocabulary vocabulary) {
    this.resolver = resolver;
    this.vocabulary = vocabulary;
  }

  /**
   * Resolves a question with what the index has now.
   *
   * @param scope ids of the data sources that are searched; none for all
   */
  public CorrectedQuery resolve(Question question, Collection<String> scope) {
    var kept = rarest(question);
    var resolved = resolver.resolve(question.query(kept::contains), false, scope);
    return new CorrectedQuery(widened(resolved.query(), question), resolved.didYouMean());
  }

  /**
   * Resolves a question as an earlier page did.
   *
   * @return empty when the terms are those of another question
   */
  public Optional<CorrectedQuery> resolveAgain(Question question, ResolvedTerms earlier) {
    var texts = new HashSet<String>();
    earlier.terms().forEach(terms -> terms.forEach(term -> texts.add(term.text())));
    return resolver.resolveAgain(
        question.query(
            word -> ANALYZER.analyze(word).stream().anyMatch(part -> texts.contains(part.text()))),
        earlier);
  }

  private Set<String> rarest(Question question) {
    var content = question.content();
    if (content.size() <= MOST_WORDS) {
      return Set.copyOf(content);
    }
    return Set.copyOf(
        content.stream()
            .sorted(Comparator.comparingInt(this::commonness))
            .limit(MOST_WORDS)
            .toList());
  }

  /** Known words before unknown ones, the rarest of them first. */
  private int commonness(String word) {
    return ANALYZER.analyze(word).stream()
        .mapToInt(part -> vocabulary.rarity(part.text()))
        .map(rarity -> rarity == vocabulary.size() ? 1 : -rarity)
        .min()
        .orElse(1);
  }

  private ResolvedQuery widened(ResolvedQuery query, Question question) {
    return switch (query) {
      case ResolvedQuery.Words words ->
          new ResolvedQuery.Words(
              words.text(),
              words.terms().stream()
                  .map(
                      term ->
                          term.withDerivations(
                              derivations(term, question).stream()
                                  .limit(ResolvedTerms.MOST_DERIVATIONS / words.terms().size())
                                  .toList()))
                  .toList());
      case ResolvedQuery.And and ->
          new ResolvedQuery.And(
              and.queries().stream().map(part -> widened(part, question)).toList());
      default -> query;
    };
  }

  /** The likeliest kinds first. */
  private List<Derivation> derivations(QueryTerm term, Question question) {
    var derivations = new ArrayList<>(term.derivations());
    var stems = new LinkedHashSet<>(List.of(Stems.of(term.text())));
    forms(term.text(), question).forEach(form -> stems.add(Stems.of(form)));
    stems.forEach(stem -> derivations.add(Derivation.of(MatchKind.STEM, stem)));
    parts(term.text()).forEach(part -> derivations.add(Derivation.of(MatchKind.PART, part)));
    derivations.sort(Comparator.comparing(Derivation::kind));
    return derivations;
  }

  /** Words of the index with the same stem in the language of the question. */
  private List<String> forms(String word, Question question) {
    if (question.isEnglish()) {
      return List.of();
    }
    var stem = question.stem(word);
    return stem.length() < SHORTEST_STEM
        ? List.of()
        : vocabulary.beginning(stem, LIKELY_FORMS).stream()
            .filter(other -> question.stem(other).equals(stem))
            .toList();
  }

  /** Words of the index that a longer word begins or ends with: Versicherungssumme, wildfires. */
  private List<String> parts(String word) {
    var parts = new ArrayList<String>();
    for (int at = word.length() - SHORTEST_PART; at >= SHORTEST_PART; at--) {
      add(word.substring(0, at), parts);
    }
    for (int at = 1; at <= word.length() - SHORTEST_PART; at++) {
      add(word.substring(at), parts);
    }
    return parts;
  }

  private void add(String part, List<String> parts) {
    if (vocabulary.contains(part)) {
      parts.add(part);
    }
  }
}
