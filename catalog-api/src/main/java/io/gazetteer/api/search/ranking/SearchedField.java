package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.common.index.Fields;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fields in which words are looked for: as which kinds of match, and how many points each is
 * worth. Both the query for Elasticsearch and what a hit says of its matches read this table.
 */
public enum SearchedField {
  /** The hit's own name: the table's, or the column's. */
  NAME(
      Fields.NAME_WORDS,
      "the name",
      word(MatchKind.EXACT, Points.TYPED + Points.NAME),
      word(MatchKind.PHRASE, Points.TYPED + Points.NAME),
      words(MatchKind.ABBREVIATION, Points.TYPED + Points.NAME_ABBREVIATION),
      word(MatchKind.PREFIX, Points.TYPED + Points.NAME_PREFIX),
      words(MatchKind.TYPO, Points.CORRECTED + Points.NAME_LIKELY),
      word(MatchKind.SUBSTRING, Points.INSIDE + Points.NAME_INSIDE)),
  /** The name of a column's table. */
  TABLE(Fields.TABLE_WORDS, "the table's name", ofTables()),
  /** The name of the table that a partition is of. */
  PARENT(Fields.PARENT_WORDS, "the parent's name", ofTables()),
  COMMENT(
      Fields.COMMENT_WORDS,
      "the comment",
      word(MatchKind.EXACT, Points.TYPED + Points.COMMENT),
      word(MatchKind.PHRASE, Points.TYPED + Points.COMMENT),
      words(MatchKind.ABBREVIATION, Points.TYPED + Points.COMMENT),
      word(MatchKind.TYPO, Points.CORRECTED + Points.AROUND_LIKELY)),
  /** The names of a table's columns, which no hit carries with it. */
  COLUMNS(
      Fields.COLUMN_WORDS,
      "a column's name",
      word(MatchKind.EXACT, Points.TYPED + Points.COLUMNS),
      word(MatchKind.ABBREVIATION, Points.TYPED + Points.COLUMNS),
      word(MatchKind.TYPO, Points.CORRECTED + Points.AROUND_LIKELY)),
  SCHEMA(
      Fields.SCHEMA_WORDS,
      "the schema's name",
      word(MatchKind.EXACT, Points.TYPED + Points.SCHEMA),
      word(MatchKind.PHRASE, Points.TYPED + Points.SCHEMA),
      word(MatchKind.ABBREVIATION, Points.TYPED + Points.SCHEMA),
      word(MatchKind.TYPO, Points.CORRECTED + Points.AROUND_LIKELY)),
  /** The index has only the database's id. */
  DATABASE(
      Fields.DATA_SOURCE_ID,
      "the database's name",
      word(MatchKind.EXACT, Points.TYPED + Points.DATABASE));

  /** The fields of a hit's surroundings, where it makes no difference how a word is written. */
  static final List<SearchedField> AROUND = List.of(TABLE, PARENT, COMMENT, SCHEMA);

  private final String field;
  private final String place;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody changes it once the constant is made.
  private final Map<MatchKind, Rule> rules = new EnumMap<>(MatchKind.class);

  SearchedField(String field, String place, Rule... rules) {
    this.field = field;
    this.place = place;
    Arrays.stream(rules).forEach(rule -> this.rules.put(rule.kind(), rule));
  }

  /**
   * One kind of match in a field.
   *
   * @param several whether several words together may stand for a term, too
   */
  private record Rule(MatchKind kind, double points, boolean several) {}

  private static Rule word(MatchKind kind, double points) {
    return new Rule(kind, points, false);
  }

  private static Rule words(MatchKind kind, double points) {
    return new Rule(kind, points, true);
  }

  private static Rule[] ofTables() {
    return new Rule[] {
      word(MatchKind.EXACT, Points.TYPED + Points.TABLE),
      word(MatchKind.PHRASE, Points.TYPED + Points.TABLE),
      words(MatchKind.ABBREVIATION, Points.TYPED + Points.TABLE),
      word(MatchKind.PREFIX, Points.TYPED + Points.TABLE_PREFIX),
      word(MatchKind.TYPO, Points.CORRECTED + Points.TABLE_LIKELY),
      word(MatchKind.SUBSTRING, Points.INSIDE + Points.TABLE_INSIDE)
    };
  }

  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fields that a kind of match is looked for in. */
  static List<SearchedField> of(MatchKind kind) {
    return Arrays.stream(values()).filter(field -> field.isAskedFor(kind)).toList();
  }

  public boolean isAskedFor(MatchKind kind) {
    return rules.containsKey(kind);
  }

  /** Whether words of this kind are looked for, several of them only together. */
  public boolean isAskedFor(MatchKind kind, int words) {
    var rule = rules.get(kind);
    return rule != null && (words == 1 || rule.several());
  }

  /** Whether any word that begins with a prefix is looked for, not only those that are known. */
  public boolean isAskedForPrefixes() {
    return this == NAME;
  }

  /**
   * The points of a match.
   *
   * @throws IllegalArgumentException for a kind that is not looked for here
   */
  double points(MatchKind kind) {
    var rule = rules.get(kind);
    if (rule == null) {
      throw new IllegalArgumentException(this + " is not searched for " + kind);
    }
    return rule.points();
  }

  /** The field of the index. */
  String field() {
    return field;
  }

  /** What an explanation calls it. */
  String place() {
    return place;
  }
}
