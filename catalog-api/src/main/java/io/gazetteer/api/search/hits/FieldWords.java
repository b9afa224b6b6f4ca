package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.terms.Derivation;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.catalog.NamePattern;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The words of one text of a hit. The index holds other words than the source's text, so the text
 * is taken apart again, by the same code.
 */
record FieldWords(HitField field, String text, List<Word> words) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  static FieldWords of(HitField field, String text) {
    return new FieldWords(
        field,
        text,
        field == HitField.COMMENT ? ANALYZER.analyzeText(text) : ANALYZER.analyze(text));
  }

  /** As what a word is here, of all that it is looked for as; the best that holds. */
  Optional<MatchKind> how(QueryTerm term) {
    if (has(term.text())) {
      return Optional.of(MatchKind.EXACT);
    }
    if (hasAny(term, MatchKind.ABBREVIATION)) {
      return Optional.of(MatchKind.ABBREVIATION);
    }
    if (begins(term) || hasAny(term, MatchKind.PREFIX)) {
      return Optional.of(MatchKind.PREFIX);
    }
    if (hasAny(term, MatchKind.TYPO)) {
      return Optional.of(MatchKind.TYPO);
    }
    return hasAny(term, MatchKind.SUBSTRING) ? Optional.of(MatchKind.SUBSTRING) : Optional.empty();
  }

  /** Where it is what is looked for, or has that. */
  List<List<Integer>> spans(ResolvedQuery resolved) {
    return switch (resolved) {
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

  /** Only names are looked for as a whole, whatever their words. */
  private List<List<Integer>> whole(boolean holds) {
    return holds && field == HitField.NAME ? List.of(List.of(0, text.length())) : List.of();
  }

  private boolean isSame(String typed) {
    return typed.toLowerCase(Locale.ROOT).equals(lower());
  }

  private String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  private List<List<Integer>> spans(QueryTerm term) {
    return how(term)
        .map(
            how ->
                switch (how) {
                  case EXACT -> spans(word -> word.text().equals(term.text()));
                  case PREFIX ->
                      beginsText(term)
                          ? List.of(List.of(0, Math.min(term.prefix().length(), text.length())))
                          : spans(beginning(term));
                  case SUBSTRING -> spansInside(term);
                  default -> spans(standsFor(term, how));
                })
        .orElse(List.of());
  }

  /** Where the words are that stand together in this order. */
  private List<List<Integer>> spans(List<String> phrase) {
    var spans = new ArrayList<List<Integer>>();
    for (int from = 0; field.isAskedForPhrases() && from + phrase.size() <= words.size(); from++) {
      var part = words.subList(from, from + phrase.size());
      if (part.stream().map(Word::text).toList().equals(phrase)) {
        spans.add(List.of(part.getFirst().start(), part.getLast().end()));
      }
    }
    return spans;
  }

  private boolean has(String word) {
    return words.stream().anyMatch(found -> found.text().equals(word));
  }

  private boolean hasAny(QueryTerm term, MatchKind how) {
    return term.derivations().stream().anyMatch(other -> holds(other, how));
  }

  private boolean holds(Derivation other, MatchKind how) {
    return other.kind() == how
        && field.isAskedFor(how, other.words().size())
        && other.words().stream().allMatch(this::has);
  }

  private boolean begins(QueryTerm term) {
    return field.isAskedForBeginnings()
        && (beginsText(term) || words.stream().anyMatch(beginning(term)));
  }

  /** The name as a whole, whatever its words. */
  private boolean beginsText(QueryTerm term) {
    return term.prefixesNames() && lower().startsWith(term.prefix());
  }

  private static Predicate<Word> beginning(QueryTerm term) {
    return word -> !term.prefix().isEmpty() && word.text().startsWith(term.prefix());
  }

  private Predicate<Word> standsFor(QueryTerm term, MatchKind how) {
    return word ->
        term.derivations().stream()
            .anyMatch(other -> other.words().contains(word.text()) && holds(other, how));
  }

  private List<List<Integer>> spans(Predicate<Word> matches) {
    return words.stream()
        .filter(matches)
        .map(word -> List.of(word.start(), word.end()))
        .distinct()
        .toList();
  }

  /** Only the part, unless folding has changed its letters. */
  private List<List<Integer>> spansInside(QueryTerm term) {
    var spans = new ArrayList<List<Integer>>();
    for (Word word : words) {
      if (word.text().contains(term.text())) {
        var written = text.substring(word.start(), word.end());
        var lower = written.toLowerCase(Locale.ROOT);
        int inside = lower.length() == written.length() ? lower.indexOf(term.text()) : -1;
        int start = word.start() + Math.max(0, inside);
        spans.add(List.of(start, inside < 0 ? word.end() : start + term.text().length()));
      }
    }
    return spans;
  }
}
