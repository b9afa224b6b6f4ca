package io.gazetteer.api.search;

import io.gazetteer.api.search.plan.How;
import io.gazetteer.api.search.plan.Term;
import io.gazetteer.common.identifiers.IdentifierAnalyzer;
import io.gazetteer.common.identifiers.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The words of one text of a hit. The index holds other words than the source's text, so the text
 * is taken apart again, by the same code.
 *
 * @param isName whether beginnings and parts of words count, too
 */
record FieldWords(String text, List<Word> words, boolean isName) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  static FieldWords ofName(String name) {
    return new FieldWords(name, ANALYZER.analyze(name), true);
  }

  static FieldWords ofComment(String comment) {
    return new FieldWords(comment, ANALYZER.analyzeText(comment), false);
  }

  /** As what a word is here; the best that holds. */
  Optional<How> how(Term term) {
    if (has(term.text())) {
      return Optional.of(How.EXACT);
    }
    if (hasAny(term, How.ABBREVIATION)) {
      return Optional.of(How.ABBREVIATION);
    }
    if (isName && (words.stream().anyMatch(begins(term)) || beginsWith(term))) {
      return Optional.of(How.PREFIX);
    }
    if (hasAny(term, How.TYPO)) {
      return Optional.of(How.TYPO);
    }
    return isName && hasAny(term, How.SUBSTRING) ? Optional.of(How.SUBSTRING) : Optional.empty();
  }

  /** Where the word is. */
  List<List<Integer>> spans(Term term) {
    return how(term)
        .map(
            how ->
                switch (how) {
                  case EXACT -> spans(word -> word.text().equals(term.text()));
                  case PREFIX ->
                      beginsWith(term)
                          ? List.of(List.of(0, term.beginning().length()))
                          : spans(begins(term));
                  case SUBSTRING -> spansInside(term);
                  default -> spans(standsFor(term, how));
                })
        .orElse(List.of());
  }

  /** Where the words are that stand together in this order. */
  List<List<Integer>> spans(List<String> phrase) {
    var spans = new ArrayList<List<Integer>>();
    for (int from = 0; from + phrase.size() <= words.size(); from++) {
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

  private boolean hasAny(Term term, How how) {
    return term.others().stream()
        .anyMatch(other -> other.how() == how && other.words().stream().allMatch(this::has));
  }

  /** The name as a whole, whatever its words. */
  private boolean beginsWith(Term term) {
    return term.beginsNames() && text.toLowerCase(Locale.ROOT).startsWith(term.beginning());
  }

  private static Predicate<Word> begins(Term term) {
    return word -> !term.beginning().isEmpty() && word.text().startsWith(term.beginning());
  }

  private Predicate<Word> standsFor(Term term, How how) {
    return word ->
        term.others().stream()
            .anyMatch(
                other ->
                    other.how() == how
                        && other.words().contains(word.text())
                        && other.words().stream().allMatch(this::has));
  }

  private List<List<Integer>> spans(Predicate<Word> matches) {
    return words.stream()
        .filter(matches)
        .map(word -> List.of(word.start(), word.end()))
        .distinct()
        .toList();
  }

  /** Only the part, unless folding has changed its letters. */
  private List<List<Integer>> spansInside(Term term) {
    var spans = new ArrayList<List<Integer>>();
    for (Word word : words) {
      if (word.text().contains(term.text())) {
        int inside =
            text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT).indexOf(term.text());
        int start = word.start() + Math.max(0, inside);
        spans.add(List.of(start, inside < 0 ? word.end() : start + term.text().length()));
      }
    }
    return spans;
  }
}
