package io.gazetteer.standalone.judged;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a judged query tries out. */
enum QueryKind {
  /** The name as it is written in the database. */
  EXACT,
  /** Its words, set apart. */
  WORDS,
  /** Words that one side shortens. */
  ABBREVIATIONS,
  /** Words that one side writes as one. */
  RUN_TOGETHER,
  TYPO,
  /** The beginning of a name. */
  PREFIX,
  /** A piece from the middle of a name, and patterns. */
  SUBSTRING,
  /** A column by the words of its table and its own. */
  CROSS_FIELD,
  /** Words that only a comment has. */
  COMMENT,
  /** The query language. */
  QUALIFIER,
  /** A sentence, which tables answer. */
  QUESTION;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<QueryKind> lookup(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
