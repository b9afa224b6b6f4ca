package io.gazetteer.api.search.terms;

import java.util.Locale;

/** How something found corresponds to what was typed, best first. */
public enum How {
  EXACT,
  ABBREVIATION,
  PREFIX,
  /** Words in the order and neighbourhood of a phrase. */
  PHRASE,
  /** A whole name that fits a pattern. */
  PATTERN,
  TYPO,
  SUBSTRING,
  /** A property that was asked for. */
  QUALIFIER;

  /** The name in JSON. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
