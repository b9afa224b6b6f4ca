package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.terms.MatchKind;
import java.util.Locale;

/** The texts of a hit that words are looked for in, and as what: not every guess in each. */
enum HitField {
  /** The hit's own name: the table's, or the column's. */
  NAME,
  /** The name of a column's table. */
  TABLE,
  /** The name of the table that a partition is of. */
  PARENT,
  SCHEMA,
  DATABASE,
  COMMENT;

  String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether beginnings of words count, and of the name as a whole, whatever they go on to. */
  boolean isAskedForBeginnings() {
    return this == NAME;
  }

  /** Whether phrases are looked for. */
  boolean isAskedForPhrases() {
    return this != DATABASE;
  }

  /**
   * Whether other words are looked for in place of a typed one.
   *
   * @param words how many stand for it together
   */
  boolean isAskedFor(MatchKind how, int words) {
    return switch (this) {
      case NAME -> true;
      case TABLE, PARENT -> words == 1 || how == MatchKind.ABBREVIATION;
      case COMMENT -> how == MatchKind.ABBREVIATION || (how == MatchKind.TYPO && words == 1);
      case SCHEMA -> words == 1 && (how == MatchKind.ABBREVIATION || how == MatchKind.TYPO);
      case DATABASE -> false;
    };
  }
}
