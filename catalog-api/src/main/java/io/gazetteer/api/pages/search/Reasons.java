package io.gazetteer.api.pages.search;

import io.gazetteer.api.search.hits.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words why a search found a hit. */
final class Reasons {
  private Reasons() {}

  static List<String> of(Hit hit) {
    boolean isColumn = hit.column() != null;
    var byPlace = new LinkedHashMap<String, List<String>>();
    var others = new ArrayList<String>();
    for (Hit.Match match : hit.matched()) {
      if (match.how().equals("qualifier")) {
        others.add(match.field() + " is " + match.word());
      } else if (match.how().equals("meaning")) {
        others.add("it means something like “" + match.word() + "”");
      } else {
        byPlace
            .computeIfAbsent(place(match.field(), isColumn), none -> new ArrayList<>())
            .add(word(match));
      }
    }
    var reasons = new ArrayList<String>();
    byPlace.forEach(
        (place, words) ->
            reasons.add(String.join(", ", words.stream().distinct().toList()) + " in " + place));
    reasons.addAll(others);
    var broughtBy = hit.broughtBy();
    if (broughtBy != null) {
      reasons.add(
          broughtBy.isEmpty()
              ? "its schema is small and has tables that fit"
              : "joined with " + String.join(", ", broughtBy));
    }
    return reasons;
  }

  static String quoted(List<String> words) {
    return words.stream().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
  }

  private static String word(Hit.Match match) {
    var word = "“" + match.word() + "”";
    return switch (match.how()) {
      case "stem" -> "a form of " + word;
      case "part" -> "a part of " + word;
      case "abbreviation" -> "another form of " + word;
      case "prefix" -> "a word that begins with " + word;
      case "typo" -> "a word like " + word;
      case "substring" -> "a word with " + word + " inside";
      case "pattern" -> "what fits " + word;
      default -> word;
    };
  }

  private static String place(String field, boolean isColumn) {
    return switch (field) {
      case "name" -> isColumn ? "the column’s name" : "the name";
      case "table" -> "the table’s name";
      case "parent" -> "the name of the partitioned table";
      case "columns" -> "the names of its columns";
      case "schema" -> "the schema’s name";
      case "database" -> "the database’s name";
      default -> "the " + field;
    };
  }
}
