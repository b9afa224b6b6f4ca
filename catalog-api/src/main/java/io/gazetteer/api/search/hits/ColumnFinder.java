package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.hits.Hit.Match;
import io.gazetteer.api.search.ranking.SearchedField;
import io.gazetteer.api.search.terms.Derivation;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Stems;
import io.gazetteer.common.words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the columns of tables that a question speaks of. Not thread safe. */
final class ColumnFinder {
  private static final int MOST = 8;

  /** What a word in a comment counts, compared with one in the name. */
  private static final double COMMENT = 0.5;

  /** What a word counts that the table's name has, too: it tells no column from another. */
  private static final double TABLES_OWN = 0.25;

  private static final Map<MatchKind, Double> WORTH =
      new EnumMap<>(
          Map.of(
              MatchKind.EXACT, 1.0,
              MatchKind.STEM, 0.95,
              MatchKind.ABBREVIATION, 0.9,
              MatchKind.TYPO, 0.5,
              MatchKind.PREFIX, 0.4,
              MatchKind.SUBSTRING, 0.4,
              MatchKind.PART, 0.3));

  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  /** The terms that a stem stands for, and how. */
  private final Map<String, Map<QueryTerm, MatchKind>> byStem = new HashMap<>();

  private final Map<String, List<String>> stemsOfNames = new HashMap<>();

  ColumnFinder(List<QueryTerm> terms) {
    for (QueryTerm term : terms) {
      for (Derivation way : term.derivations()) {
        if (way.words().size() == 1) {
          var word = way.words().getFirst();
          byStem
              .computeIfAbsent(
                  way.kind() == MatchKind.STEM ? word : Stems.of(word), none -> new HashMap<>())
              .merge(term, way.kind(), ColumnFinder::better);
        }
      }
    }
  }

  private static MatchKind better(MatchKind one, MatchKind other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /**
   * What a table's columns have of a question.
   *
   * @param columns the best first
   * @param matches each word that some column has
   */
  record Columns(List<HitColumn> columns, List<Match> matches) {}

  private record Rated(HitColumn column, double worth) {}

  /** The columns of a table, from its description. */
  Columns of(String table, JsonNode description) {
    var own = new HashSet<QueryTerm>();
    stems(table).forEach(stem -> own.addAll(byStem.getOrDefault(stem, Map.of()).keySet()));
    var foreign = foreignKeys(description);
    var rated = new ArrayList<Rated>();
    var best = new LinkedHashMap<QueryTerm, MatchKind>();
    for (JsonNode column : description.path("columns")) {
      var name = column.path("name").asString("");
      var found = new LinkedHashMap<QueryTerm, MatchKind>();
      double worth = add(stems(name), 1, own, found);
      var comment = text(column.path("comment"));
      if (comment != null) {
        var words = ANALYZER.analyzeText(comment).stream().map(Word::text).map(Stems::of).toList();
        worth += add(words, COMMENT, own, found);
      }
      if (worth > 0) {
        found.forEach((term, kind) -> best.merge(term, kind, ColumnFinder::better));
        rated.add(
            new Rated(
                new HitColumn(
                    name,
                    column.path("data_type").asString(""),
                    comment,
                    column.path("primary_key").asBoolean(false),
                    foreign.contains(name),
                    found.keySet().stream().map(QueryTerm::text).toList()),
                worth));
      }
    }
    return new Columns(
        rated.stream()
            .sorted(Comparator.comparingDouble(Rated::worth).reversed())
            .limit(MOST)
            .map(Rated::column)
            .toList(),
        best.entrySet().stream()
            .map(
                entry ->
                    new Match(
                        entry.getKey().text(),
                        SearchedField.COLUMNS.jsonName(),
                        entry.getValue().jsonName()))
            .toList());
  }

  /** Adds the terms that these words have, and returns what they are worth. */
  private double add(
      List<String> stems, double share, Set<QueryTerm> own, Map<QueryTerm, MatchKind> found) {
    double worth = 0;
    for (String stem : stems) {
      for (var entry : byStem.getOrDefault(stem, Map.of()).entrySet()) {
        if (found.putIfAbsent(entry.getKey(), entry.getValue()) == null) {
          worth +=
              share
                  * WORTH.getOrDefault(entry.getValue(), 0.3)
                  * (own.contains(entry.getKey()) ? TABLES_OWN : 1);
        }
      }
    }
    return worth;
  }

  private List<String> stems(String name) {
    return stemsOfNames.computeIfAbsent(
        name, text -> ANALYZER.analyze(text).stream().map(Word::text).map(Stems::of).toList());
  }

  private static Set<String> foreignKeys(JsonNode description) {
    var columns = new HashSet<String>();
    description
        .path("foreign_keys")
        .forEach(key -> key.path("columns").forEach(column -> columns.add(column.asString())));
    return columns;
  }

  private static @Nullable String text(JsonNode value) {
    return value.isString() ? value.stringValue() : null;
  }
}
