package io.gazetteer.api.search;

import io.gazetteer.api.search.query.Wildcards;
import io.gazetteer.common.index.TypeNames;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Whether what a search says of its hits is so, judged by what was indexed and not by what the
 * search asked for.
 */
public record Truth(List<Relation> relations, Map<String, Set<String>> abbreviations) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  public boolean holds(JsonNode hit, JsonNode match) {
    var word = match.path("word").asString();
    var field = match.path("field").asString();
    var how = match.path("how").asString();
    return how.equals("qualifier")
        ? fits(hit, field, word)
        : texts(hit, field).anyMatch(text -> isIn(text, word, how));
  }

  /** Whether a text has a word as this. */
  public boolean isIn(String text, String word, String how) {
    var words = words(text);
    return switch (how) {
      case "exact" -> words.contains(word) || text.equalsIgnoreCase(word);
      case "abbreviation" ->
          abbreviations.getOrDefault(word, Set.of()).stream()
              .anyMatch(other -> new HashSet<>(words).containsAll(words(other)));
      case "prefix" -> begins(text, words, word);
      case "phrase" ->
          (" " + String.join(" ", words) + " ").contains(" " + String.join(" ", words(word)) + " ")
              && (!words(word).isEmpty() || text.equalsIgnoreCase(word));
      case "pattern" -> named(word).test(text);
      case "typo" -> words.stream().anyMatch(other -> distance(other, word) <= 2);
      case "substring" -> words.stream().anyMatch(other -> other.indexOf(word) > 0);
      default -> false;
    };
  }

  private static boolean begins(String text, List<String> words, String word) {
    return words.stream().anyMatch(other -> other.startsWith(word) && !other.equals(word))
        || text.toLowerCase(Locale.ROOT).startsWith(word);
  }

  /** The texts of a field, of columns several. */
  public Stream<String> texts(JsonNode hit, String field) {
    boolean isColumn = hit.path("kind").asString().equals("column");
    var relation = relation(hit);
    return switch (field) {
      case "name" -> Stream.of(hit.path(isColumn ? "column" : "table").asString());
      case "table" -> isColumn ? Stream.of(relation.name()) : Stream.of();
      case "parent" -> Stream.ofNullable(relation.partitionOf());
      case "columns" -> isColumn ? Stream.of() : relation.columns().stream().map(Column::name);
      case "schema" -> Stream.of(relation.schema());
      case "database" -> Stream.of(hit.at("/database/db_name").asString());
      case "comment" -> Stream.of(hit.path("comment").asString(""));
      default -> Stream.of();
    };
  }

  private boolean fits(JsonNode hit, String field, String value) {
    var relation = relation(hit);
    var column = column(relation, hit);
    return switch (field) {
      case "database" -> named(value).test(hit.at("/database/db_name").asString());
      case "schema" -> named(value).test(relation.schema());
      case "table" ->
          isNamed(relation.name(), value)
              || (relation.partitionOf() != null && isNamed(relation.partitionOf(), value))
              || named(value).test(relation.schema() + "." + relation.name());
      case "column" -> column.stream().anyMatch(one -> isNamed(one.name(), value));
      case "kind" ->
          switch (value) {
            case "table" -> column.isEmpty();
            case "column" -> !column.isEmpty();
            default -> column.isEmpty() && relation.kind().jsonName().equals(value);
          };
      case "type" ->
          column.stream()
              .anyMatch(
                  one ->
                      one.typeFamily().jsonName().equals(value)
                          || TypeNames.of(one.dataType(), one.typeFamily()).contains(value));
      case "is" -> column.stream().anyMatch(one -> isSo(relation, one, value));
      case "has" -> !hit.path("comment").isNull();
      default -> false;
    };
  }

  private static boolean isSo(Relation relation, Column column, String value) {
    return switch (value) {
      case "pk" -> column.primaryKey();
      case "nullable" -> column.nullable();
      case "fk" ->
          relation.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
      default -> false;
    };
  }

  private static boolean isNamed(String name, String value) {
    return named(value).test(name)
        || (!Wildcards.areIn(value) && new HashSet<>(words(name)).containsAll(words(value)));
  }

  private static Predicate<String> named(String nameOrPattern) {
    var parts = Pattern.quote(nameOrPattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(parts, Pattern.CASE_INSENSITIVE).asMatchPredicate();
  }

  private Relation relation(JsonNode hit) {
    return relations.stream()
        .filter(relation -> relation.schema().equals(hit.path("schema").asString()))
        .filter(relation -> relation.name().equals(hit.path("table").asString()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Column> column(Relation relation, JsonNode hit) {
    return relation.columns().stream()
        .filter(column -> column.name().equals(hit.path("column").asString("")))
        .toList();
  }

  private static List<String> words(String text) {
    var words = ANALYZER.words(text);
    return words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
  }

  /** Insertions, deletions and replacements; of neighbours that changed places two. */
  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
