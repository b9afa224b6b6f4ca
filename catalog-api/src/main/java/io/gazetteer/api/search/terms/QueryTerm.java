package io.gazetteer.api.search.terms;

import java.util.List;

/**
 * One word that a search looks for.
 *
 * @param text the word as the index has it
 * @param prefix what a word may begin with instead; empty when none may
 * @param prefixesNames whether a name as a whole may begin with the prefix, too: CUSTAD begins
 *     CUSTADDR, whose words are others
 * @param derivations what may stand for it, best first within each kind
 * @param databases ids of data sources whose database's name has the word
 */
public record QueryTerm(
    String text,
    String prefix,
    boolean prefixesNames,
    List<Derivation> derivations,
    List<String> databases) {
  public QueryTerm {
    derivations = List.copyOf(derivations);
    databases = List.copyOf(databases);
  }

  QueryTerm withDatabases(List<String> others) {
    return new QueryTerm(text, prefix, prefixesNames, derivations, others);
  }

  /** Whether other forms of the word count, too. */
  public boolean isOfQuestion() {
    return derivations.stream().anyMatch(derivation -> derivation.kind() == MatchKind.STEM);
  }

  /** The same term with other derivations. */
  public QueryTerm withDerivations(List<Derivation> others) {
    return new QueryTerm(text, prefix, prefixesNames, others, databases);
  }

  /** The single words of this kind that may stand for the term. */
  public List<String> words(MatchKind kind) {
    return derivations.stream()
        .filter(derivation -> derivation.kind() == kind && derivation.words().size() == 1)
        .map(derivation -> derivation.words().getFirst())
        .distinct()
        .toList();
  }

  /** The groups of several words of this kind that may stand for the term together. */
  public List<List<String>> groups(MatchKind kind) {
    return derivations.stream()
        .filter(derivation -> derivation.kind() == kind && derivation.words().size() > 1)
        .map(Derivation::words)
        .distinct()
        .toList();
  }
}
