package io.gazetteer.api.search.ranking;

/**
 * The points that matches are worth. All are constants, so that the scores of tables and columns,
 * and of different shards, can be compared, and a document that does not change keeps its score.
 *
 * <p>The order is lexicographic by their sizes. A word found as it was typed is worth more than all
 * that a hit can have without it: the best tier of names, six corrected words and all small points
 * together. A corrected word is worth more than any tier that a hit without it can be in, and than
 * sixteen words found inside of others; of the 32 that a query may have, more than that come before
 * it. The tiers of names differ by more than what all the small points come to. With 32 words the
 * sum stays below 2^21, where a float still tells 1/8, and all points are whole.
 */
final class Points {
  static final double TYPED = 40_000;
  static final double CORRECTED = 4_500;
  static final double INSIDE = 250;

  // Where a word was found.
  static final double NAME = 100;
  static final double NAME_ABBREVIATION = 90;
  static final double NAME_PREFIX = 75;
  static final double TABLE = 70;
  static final double TABLE_PREFIX = 45;
  static final double COMMENT = 30;
  static final double COLUMNS = 5;
  static final double SCHEMA = 20;
  static final double DATABASE = 18;

  // The same for corrected words.
  static final double NAME_LIKELIEST = 50;
  static final double NAME_LIKELY = 45;
  static final double TABLE_LIKELY = 35;
  static final double AROUND_LIKELY = 5;

  // And for words that hold it.
  static final double NAME_INSIDE = 10;
  static final double TABLE_INSIDE = 4;

  // Tiers of names, of which the best one counts.
  static final double EXACT_NAME = 4_400;
  static final double NAME_IN_ANY_CASE = 4_200;

  // For the keys of tables, where keys are asked for; more than for any other name.
  static final double KEY_OF_NAMED_TABLE = 4_600;
  static final double KEY_OF_TABLE = 4_560;
  static final double KEY_IN_TABLE = 3_950;

  static final double QUALIFIED_NAME = 4_050;
  static final double JOINED_NAME = 3_900;
  static final double SAME_WORDS_IN_ORDER = 3_700;
  static final double SAME_WORDS = 3_500;
  static final double SAME_WORDS_ABBREVIATED = 3_300;
  static final double BEGINS_WITH_TEXT = 3_000;
  static final double ALL_OF_NAME = 2_700;
  static final double ALL_IN_NAME = 2_000;
  static final double ALL_BEGIN_IN_NAME = 1_500;

  // Small points, which count together.
  static final double SHORT_NAME = 60;
  static final double IN_ORDER = 15;
  static final double RELATION = 12;

  /**
   * For columns and partitions with a word of their own, when these are asked for; more than for a
   * short name.
   */
  static final double OWN_WORD = 70;

  /** For tables when a qualifier asks for one by words of its name; more than for a short name. */
  static final double WANTED_TABLE = 70;

  /** For a column of the primary key that no foreign key copies from elsewhere. */
  static final double OWN_KEY = 8;

  /** For a column whose table has a word of the text, too: a master's own before its copies. */
  static final double ALSO_IN_TABLE = 7;

  /** For tables that hold what they show, and their columns; views copy it. */
  static final double BASE = 4;

  static final double ALSO_IN_COMMENT = 5;
  static final double REFERENCED_TIER = 3;

  /** For the table or column of exactly the name that a qualifier asks for. */
  static final double WANTED_NAME = 5_000;

  private Points() {}
}
