package io.gazetteer.api.search.terms;

import java.util.Locale;

/** How a found text corresponds to what was typed, the best kind first. */
public enum MatchKind {
  EXACT,
  /** Another form of the word; only questions look for these. */
  STEM,
  /** The short form of what was typed in full, or the other way round. */
  ABBREVIATION,
  /** A word that goes on from what was typed. */
  PREFIX,
  /** Words that stand together in the order of a phrase. */
  PHRASE,
  /** A whole name that fits a pattern. */
  PATTERN,
  /** A word that was probably meant. */
  TYPO,
  /** A word that has what was typed inside. */
  SUBSTRING,
  /** A word that what was typed is made of; only questions look for these. */
  PART,
  /** A table that means something similar, and has no word of the question. */
  MEANING,
  /** A property that a qualifier asks for. */
  QUALIFIER;

  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
