package io.gazetteer.api.search.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes terms of a typed text. */
final class TermReader {
  /** So many words may be wrong; with more, the weights of typos would outweigh a right word. */
  static final int MOST_CORRECTED = 6;

  private static final int SHORTEST_SUBSTRING = 3;
  private static final int SHORTEST_BEGINNING = 2;
  private static final int SHORTEST_NAME_BEGINNING = 3;
  private static final int ABBREVIATED_CORRECTIONS = 2;

  private final KnownWords known;
  private final OtherSpellings spellings;
  private final KnownDatabases databases;
  private final KnownComments comments;
  private final Corrections corrections;

  TermReader(
      KnownWords known,
      OtherSpellings spellings,
      KnownDatabases databases,
      KnownComments comments) {
    this.known = known;
    this.spellings = spellings;
    this.databases = databases;
    this.comments = comments;
    this.corrections = new Corrections(known, spellings);
  }

  /**
   * Terms and the likeliest corrections.
   *
   * @param corrected where in the text words stand that are unknown, and what they may mean
   */
  record Read(List<Term> terms, Map<TypedWord, String> corrected) {}

  private record Candidate(TypedWord word, List<String> meant, boolean isKnown) {}

  /**
   * Reads each word once.
   *
   * @param forgiving whether known words may be wrong, too
   * @param allowance for each word
   */
  Read read(String text, boolean forgiving, Allowance allowance) {
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
    return new Read(terms(once, allowance), unknown);
  }

  /**
   * The terms that were read of a text, with the databases of today.
   *
   * @return empty when they cannot have been read of this text
   */
  Optional<List<Term>> again(String text, List<Term> remembered) {
    var texts = remembered.stream().map(Term::text).collect(Collectors.toSet());
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
        texts.size() == remembered.size()
            && remembered.stream().allMatch(term -> typed.stream().anyMatch(w -> fits(term, w)));
    return fits
        ? Optional.of(
            remembered.stream().map(term -> term.in(databases.withWord(term.text()))).toList())
        : Optional.empty();
  }

  private static boolean fits(Term term, TypedWord word) {
    return term.text().equals(word.text())
        && (term.beginning().isEmpty() || term.beginning().equals(word.surface()))
        && (!term.beginsNames() || term.beginning().length() >= SHORTEST_NAME_BEGINNING);
  }

  private List<Candidate> candidates(
      List<TypedWord> run, boolean forgiving, Map<TypedWord, String> unknown) {
    boolean allKnown = run.stream().allMatch(corrections::isKnown);
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
      boolean isKnown = corrections.isKnown(word);
      var meant = isKnown && !forgiving ? List.<String>of() : corrections.of(word);
      if (!isKnown
          && !meant.isEmpty()
          && unknown.size() < MOST_CORRECTED
          && !standsElsewhere(word.text())) {
        unknown.put(word, meant.getFirst());
      }
      candidates.add(new Candidate(word, meant, isKnown));
    }
    return candidates;
  }

  private boolean areRight(List<TypedWord> run) {
    return run.stream().allMatch(word -> corrections.isKnown(word) || standsElsewhere(word.text()));
  }

  /** A word that no name has may be right all the same. */
  private boolean standsElsewhere(String word) {
    return !databases.withWord(word).isEmpty() || comments.haveWord(word);
  }

  private List<Term> terms(List<Candidate> candidates, Allowance allowance) {
    var texts = candidates.stream().map(candidate -> candidate.word().text()).toList();
    var instead = spellings.of(texts);
    var terms = new ArrayList<Term>();
    int corrected = 0;
    for (int i = 0; i < candidates.size(); i++) {
      var candidate = candidates.get(i);
      boolean correct = !candidate.meant().isEmpty() && corrected++ < MOST_CORRECTED;
      boolean last = i == candidates.size() - 1;
      var here = instead.stream().filter(OtherSpellings.Instead.at(i)).toList();
      var others = others(candidate, here, correct, allowance);
      var word = candidate.word();
      terms.add(
          new Term(
              word.text(),
              beginning(word, last),
              !candidate.isKnown() && word.surface().length() >= SHORTEST_NAME_BEGINNING,
              others,
              databases.withWord(word.text())));
    }
    return terms;
  }

  private List<Spelling> others(
      Candidate candidate,
      List<OtherSpellings.Instead> instead,
      boolean correct,
      Allowance allowance) {
    var others = new ArrayList<Spelling>();
    instead.forEach(other -> others.add(new Spelling(How.ABBREVIATION, other.words())));
    var word = candidate.word();
    if (word.surface().length() > SHORTEST_BEGINNING) {
      known.beginning(word.surface(), allowance.beginnings()).stream()
          .filter(beginning -> !beginning.equals(word.text()))
          .forEach(beginning -> others.add(Spelling.of(How.PREFIX, beginning)));
    }
    if (correct) {
      addCorrections(candidate.meant(), others);
    }
    if (word.text().length() >= SHORTEST_SUBSTRING) {
      known
          .containing(word.text(), allowance.substrings())
          .forEach(longer -> others.add(Spelling.of(How.SUBSTRING, longer)));
    }
    return within(allowance, others);
  }

  private static List<Spelling> within(Allowance allowance, List<Spelling> others) {
    var kept = new ArrayList<Spelling>();
    int room = allowance.characters();
    for (Spelling other : others) {
      int length = other.words().stream().mapToInt(word -> word.length() + 1).sum();
      if (kept.size() < allowance.spellings() && length <= room) {
        kept.add(other);
        room -= length;
      }
    }
    return kept;
  }

  /** A misspelt word may be abbreviated in the index. */
  private void addCorrections(List<String> meant, List<Spelling> others) {
    meant.forEach(words -> others.add(new Spelling(How.TYPO, List.of(words.split(" ", -1)))));
    meant.stream()
        .limit(ABBREVIATED_CORRECTIONS)
        .flatMap(word -> spellings.of(List.of(word)).stream())
        .forEach(instead -> others.add(new Spelling(How.TYPO, instead.words())));
  }

  /** One letter begins too much, unless someone is still typing. */
  private static String beginning(TypedWord word, boolean last) {
    return last || word.surface().length() >= SHORTEST_BEGINNING ? word.surface() : "";
  }
}
