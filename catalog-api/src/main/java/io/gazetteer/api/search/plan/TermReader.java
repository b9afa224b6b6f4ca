package io.gazetteer.api.search.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes terms of a typed text. */
final class TermReader {
  static final int MOST_TERMS = 16;

  /** So many words may be wrong; with more, the weights of typos would outweigh a right word. */
  static final int MOST_CORRECTED = 6;

  private static final int MOST_SUBSTRINGS = 20;
  private static final int SHORTEST_SUBSTRING = 3;
  private static final int MOST_BEGINNINGS = 10;
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
   * Reads each word once; words beyond the first 16 are left out.
   *
   * @param forgiving whether known words may be wrong, too
   */
  Read read(String text, boolean forgiving) {
    var unknown = new TreeMap<TypedWord, String>((a, b) -> Integer.compare(a.start(), b.start()));
    var candidates = new ArrayList<Candidate>();
    for (List<TypedWord> run : TypedWord.runs(text, TypedWord.of(text))) {
      candidates.addAll(candidates(run, forgiving, unknown));
    }
    var once = new ArrayList<Candidate>();
    for (Candidate candidate : candidates) {
      if (once.size() < MOST_TERMS
          && once.stream()
              .noneMatch(other -> other.word().text().equals(candidate.word().text()))) {
        once.add(candidate);
      }
    }
    return new Read(terms(once), unknown);
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

  private List<Term> terms(List<Candidate> candidates) {
    var texts = candidates.stream().map(candidate -> candidate.word().text()).toList();
    var instead = spellings.of(texts);
    var terms = new ArrayList<Term>();
    int corrected = 0;
    for (int i = 0; i < candidates.size(); i++) {
      var candidate = candidates.get(i);
      boolean correct = !candidate.meant().isEmpty() && corrected++ < MOST_CORRECTED;
      boolean last = i == candidates.size() - 1;
      var others = others(candidate, i, instead, correct);
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
      Candidate candidate, int index, List<OtherSpellings.Instead> instead, boolean correct) {
    var others = new ArrayList<Spelling>();
    for (OtherSpellings.Instead other : instead) {
      if (other.from() <= index && index < other.to()) {
        others.add(new Spelling(How.ABBREVIATION, other.words()));
      }
    }
    var word = candidate.word();
    if (word.surface().length() > SHORTEST_BEGINNING) {
      known.beginning(word.surface(), MOST_BEGINNINGS).stream()
          .filter(beginning -> !beginning.equals(word.text()))
          .forEach(beginning -> others.add(Spelling.of(How.PREFIX, beginning)));
    }
    if (correct) {
      addCorrections(candidate.meant(), others);
    }
    if (word.text().length() >= SHORTEST_SUBSTRING) {
      known
          .containing(word.text(), MOST_SUBSTRINGS)
          .forEach(longer -> others.add(Spelling.of(How.SUBSTRING, longer)));
    }
    return others;
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
