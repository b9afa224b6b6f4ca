package io.gazetteer.api.search.terms;

import java.util.List;

/**
 * One word that is looked for.
 *
 * @param text as the index has it
 * @param beginning what words may begin with instead; empty when none may
 * @param beginsNames whether a name may begin so instead: CUSTAD begins CUSTADDR, which has other
 *     words
 * @param others what may stand for it, best first within each kind
 * @param databases ids of data sources whose database's name has the word
 */
public record Term(
    String text,
    String beginning,
    boolean beginsNames,
    List<Spelling> others,
    List<String> databases) {
  public Term {
    others = List.copyOf(others);
    databases = List.copyOf(databases);
  }

  Term in(List<String> newDatabases) {
    return new Term(text, beginning, beginsNames, others, newDatabases);
  }

  /** Single words of this kind that may stand for it. */
  public List<String> words(How how) {
    return others.stream()
        .filter(spelling -> spelling.how() == how && spelling.words().size() == 1)
        .map(spelling -> spelling.words().getFirst())
        .distinct()
        .toList();
  }

  /** Several words together that may stand for it. */
  public List<List<String>> groups(How how) {
    return others.stream()
        .filter(spelling -> spelling.how() == how && spelling.words().size() > 1)
        .map(Spelling::words)
        .distinct()
        .toList();
  }
}
