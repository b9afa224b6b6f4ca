package io.gazetteer.api.search;

import io.gazetteer.api.search.Hit.Highlights;
import io.gazetteer.api.search.Hit.Match;
import io.gazetteer.api.search.plan.How;
import io.gazetteer.api.search.plan.Plan;
import io.gazetteer.api.search.plan.Planned;
import io.gazetteer.api.search.plan.Term;
import io.gazetteer.common.catalog.NamePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which words of a query are where in a hit. */
final class Highlighter {
  private final List<Plan> wanted;

  Highlighter(Planned planned) {
    this.wanted = planned.wanted();
  }

  /**
   * What is known of a hit's text.
   *
   * @param table empty for a table, whose name that is
   * @param columns words of the query that were found in names of a table's columns
   */
  record Texts(
      String name,
      String table,
      String schema,
      String database,
      String comment,
      Set<String> columns) {
    private Map<String, FieldWords> fields() {
      var fields = new LinkedHashMap<String, FieldWords>();
      fields.put("name", FieldWords.ofName(name));
      if (!table.isEmpty()) {
        fields.put("table", FieldWords.ofName(table));
      }
      fields.put("schema", FieldWords.ofName(schema));
      fields.put("database", FieldWords.ofName(database));
      fields.put("comment", FieldWords.ofComment(comment));
      return fields;
    }
  }

  /** Both things about one hit. */
  record Marks(List<Match> matched, Highlights highlights) {}

  Marks marks(Texts texts) {
    var fields = texts.fields();
    var matched = new ArrayList<Match>();
    var name = new ArrayList<List<Integer>>();
    var comment = new ArrayList<List<Integer>>();
    for (Plan plan : wanted) {
      switch (plan) {
        case Plan.Words words ->
            words.terms().forEach(term -> matches(term, fields, texts.columns(), matched));
        case Plan.Phrase phrase -> matches(phrase, fields, matched);
        case Plan.NamePattern pattern ->
            matched.add(new Match(pattern.pattern(), "name", How.PATTERN.jsonName()));
        default -> {
          // Properties are no words.
        }
      }
      name.addAll(spans(plan, fields.getOrDefault("name", FieldWords.ofName(""))));
      comment.addAll(spans(plan, fields.getOrDefault("comment", FieldWords.ofComment(""))));
    }
    return new Marks(List.copyOf(matched), new Highlights(merged(name), merged(comment)));
  }

  private static void matches(
      Term term, Map<String, FieldWords> fields, Set<String> columns, List<Match> matched) {
    fields.forEach(
        (field, words) ->
            words
                .how(term)
                .filter(how -> isPossible(field, how))
                .ifPresent(how -> matched.add(new Match(term.text(), field, how.jsonName()))));
    if (columns.contains(term.text())) {
      matched.add(new Match(term.text(), "columns", How.EXACT.jsonName()));
    }
  }

  /** Names of schemas and databases are only asked for whole words. */
  private static boolean isPossible(String field, How how) {
    return field.equals("name")
        || field.equals("table")
        || (how != How.PREFIX && how != How.SUBSTRING);
  }

  private static void matches(
      Plan.Phrase phrase, Map<String, FieldWords> fields, List<Match> matched) {
    fields.forEach(
        (field, words) -> {
          if (!phrase.words().isEmpty() && !words.spans(phrase.words()).isEmpty()) {
            matched.add(new Match(phrase.text(), field, How.PHRASE.jsonName()));
          }
        });
  }

  private static List<List<Integer>> spans(Plan plan, FieldWords field) {
    return switch (plan) {
      case Plan.Words words ->
          words.terms().stream().flatMap(term -> field.spans(term).stream()).toList();
      case Plan.Phrase phrase -> phrase.words().isEmpty() ? List.of() : field.spans(phrase.words());
      case Plan.NamePattern pattern ->
          field.isName() && new NamePattern(pattern.pattern()).matches(field.text())
              ? List.of(List.of(0, field.text().length()))
              : List.of();
      default -> List.of();
    };
  }

  /** In their order, without those that others hold. */
  private static List<List<Integer>> merged(List<List<Integer>> spans) {
    var merged = new ArrayList<List<Integer>>();
    var sorted =
        spans.stream()
            .sorted(
                Comparator.comparingInt((List<Integer> span) -> span.get(0))
                    .thenComparing(
                        Comparator.comparingInt((List<Integer> span) -> span.get(1)).reversed()))
            .toList();
    for (List<Integer> span : sorted) {
      if (merged.isEmpty() || span.get(1) > merged.getLast().get(1)) {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }
}
