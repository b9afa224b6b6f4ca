package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.ranking.SearchedField;
import io.gazetteer.api.search.terms.Derivation;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.catalog.NamePattern;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Stems;
import io.gazetteer.common.words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One text of a hit and its words. An answer of the index has the text as it is in the source, so
 * the same analysis takes it apart once more.
 */
record FieldWords(SearchedField field, String text, List<Word> words) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  /** The kinds of match that terms have, the best first. */
  private static final List<MatchKind> TERM_KINDS =
      List.of(
          MatchKind.EXACT,
          MatchKind.STEM,
          MatchKind.ABBREVIATION,
          MatchKind.PREFIX,
          MatchKind.TYPO,
          MatchKind.SUBSTRING,
          MatchKind.PART);

  static FieldWords of(SearchedField field, String text) {
    return new FieldWords(
        field,
        text,
        field == SearchedField.COMMENT ? ANALYZER.analyzeText(text) : ANALYZER.analyze(text));
  }

  /** The best kind of match by which the text has a term; empty when it does not have it. */
  Optional<MatchKind> kind(QueryTerm term) {
    return TERM_KINDS.stream().filter(kind -> has(term, kind)).findFirst();
  }

  private boolean has(QueryTerm term, MatchKind kind) {
    if (term.isOfQuestion()) {
      return kind == MatchKind.EXACT ? has(term.text()) : hasAny(term, kind);
    }
    return switch (kind) {
      case EXACT -> has(term.text());
      case PREFIX -> begins(term) || hasAny(term, kind);
      default -> hasAny(term, kind);
    };
  }

  /** Where the text has what a leaf of a query looks for. */
  List<Span> spans(ResolvedQuery query) {
    return switch (query) {
      case ResolvedQuery.Words words ->
          words.terms().isEmpty()
              ? whole(isSame(words.text()) || words.joined().contains(lower()))
              : words.terms().stream().flatMap(term -> spans(term).stream()).toList();
      case ResolvedQuery.Phrase phrase ->
          phrase.words().isEmpty() ? whole(isSame(phrase.text())) : spans(phrase.words());
      case ResolvedQuery.Pattern pattern -> whole(new NamePattern(pattern.text()).matches(text));
      default -> List.of();
    };
  }

  /** The whole text: only names are compared as a whole. */
  private List<Span> whole(boolean holds) {
    return holds && field == SearchedField.NAME ? List.of(new Span(0, text.length())) : List.of();
  }

  private boolean isSame(String typed) {
    return typed.toLowerCase(Locale.ROOT).equals(lower());
  }

  private String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  private List<Span> spans(QueryTerm term) {
    return kind(term)
        .map(
            kind ->
                switch (kind) {
                  case EXACT -> spans(word -> word.text().equals(term.text()));
                  case PREFIX ->
                      term.isOfQuestion()
                          ? spans(hasStemOf(term, kind))
                          : beginsText(term)
                              ? List.of(
                                  new Span(0, Math.min(term.prefix().length(), text.length())))
                              : spans(beginning(term));
                  case SUBSTRING ->
                      term.isOfQuestion() ? spans(hasStemOf(term, kind)) : spansInside(term);
                  default ->
                      term.isOfQuestion()
                          ? spans(hasStemOf(term, kind))
                          : spans(standsFor(term, kind));
                })
        .orElse(List.of());
  }

  /** Where the words of a phrase stand together in its order. */
  private List<Span> spans(List<String> phrase) {
    var spans = new ArrayList<Span>();
    for (int from = 0;
        field.isAskedFor(MatchKind.PHRASE) && from + phrase.size() <= words.size();
        from++) {
      var part = words.subList(from, from + phrase.size());
      if (part.stream().map(Word::text).toList().equals(phrase)) {
        spans.add(new Span(part.getFirst().start(), part.getLast().end()));
      }
    }
    return spans;
  }

  private boolean has(String word) {
    return words.stream().anyMatch(found -> found.text().equals(word));
  }

  private boolean hasAny(QueryTerm term, MatchKind kind) {
    return term.derivations().stream().anyMatch(other -> holds(term, other, kind));
  }

  private boolean holds(QueryTerm term, Derivation other, MatchKind kind) {
    if (term.isOfQuestion()) {
      return other.kind() == kind && other.stems().stream().allMatch(this::hasStem);
    }
    return other.kind() == kind
        && field.isAskedFor(kind, other.words().size())
        && other.words().stream().allMatch(this::has);
  }

  private boolean hasStem(String stem) {
    return words.stream().anyMatch(word -> Stems.of(word.text()).equals(stem));
  }

  private boolean begins(QueryTerm term) {
    return field.isAskedForPrefixes()
        && (beginsText(term) || words.stream().anyMatch(beginning(term)));
  }

  /** Whether the text as a whole begins with the prefix of a term. */
  private boolean beginsText(QueryTerm term) {
    return term.prefixesNames() && lower().startsWith(term.prefix());
  }

  private static Predicate<Word> beginning(QueryTerm term) {
    return word -> !term.prefix().isEmpty() && word.text().startsWith(term.prefix());
  }

  private Predicate<Word> standsFor(QueryTerm term, MatchKind kind) {
    return word ->
        term.derivations().stream()
            .anyMatch(other -> other.words().contains(word.text()) && holds(term, other, kind));
  }

  private Predicate<Word> hasStemOf(QueryTerm term, MatchKind kind) {
    return word ->
        term.derivations().stream()
            .anyMatch(
                other -> other.stems().contains(Stems.of(word.text())) && holds(term, other, kind));
  }

  private List<Span> spans(Predicate<Word> matches) {
    return words.stream().filter(matches).map(Span::of).distinct().toList();
  }

  /** Where a term is inside of words; the whole word when folding has changed its letters. */
  private List<Span> spansInside(QueryTerm term) {
    var spans = new ArrayList<Span>();
    for (Word word : words) {
      if (word.text().contains(term.text())) {
        var written = text.substring(word.start(), word.end());
        var lower = written.toLowerCase(Locale.ROOT);
        int inside = lower.length() == written.length() ? lower.indexOf(term.text()) : -1;
        int start = word.start() + Math.max(0, inside);
        spans.add(new Span(start, inside < 0 ? word.end() : start + term.text().length()));
      }
    }
    return spans;
  }
}
