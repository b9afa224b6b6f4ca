package io.gazetteer.api.pages.search;

import io.gazetteer.api.search.query.KindNames;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.pages.MarkedText;
import io.gazetteer.pages.MarkedText.Range;
import io.gazetteer.pages.search.SuggestionsPart.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Suggests qualifiers, such as {@code type:}, and the values that they can have. Thread safe. */
@Component
final class Qualifiers {
  private static final int MOST = 8;
  private static final Map<String, String> MEANINGS =
      Map.of(
          "db:", "in databases of this name",
          "schema:", "in schemas of this name",
          "type:", "columns of this type",
          "kind:", "tables, views, columns and so on",
          "is:", "keys, nullable columns and so on");
  private static final List<String> PROPERTIES =
      List.of("pk", "fk", "unique", "nullable", "notnull");

  private final DataSourceDirectory sources;

  Qualifiers(DataSourceDirectory sources) {
    this.sources = sources;
  }

  /** Says whether someone types the value of a qualifier. */
  static boolean isOfOne(String text) {
    return lastWord(text).indexOf(':') > 0;
  }

  /** Suggests for the last word of a text. */
  List<Option> of(String text) {
    var word = lastWord(text).toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return List.of();
    }
    var before = text.substring(0, text.length() - lastWord(text).length());
    int colon = word.indexOf(':');
    return colon > 0
        ? values(before, word.substring(0, colon + 1), word.substring(colon + 1))
        : MEANINGS.keySet().stream()
            .filter(name -> name.startsWith(word))
            .sorted()
            .map(name -> option("filter", before + name, name, word.length(), MEANINGS.get(name)))
            .toList();
  }

  private List<Option> values(String before, String name, String begun) {
    return candidates(name)
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(begun))
        .distinct()
        .sorted()
        .limit(MOST)
        .map(
            value ->
                option(
                    "filter",
                    before + name + quoted(value) + " ",
                    name + value,
                    name.length() + begun.length(),
                    ""))
        .toList();
  }

  private Stream<String> candidates(String name) {
    return switch (name) {
      case "kind:" -> Stream.concat(KindNames.RELATIONS.stream(), Stream.of(KindNames.COLUMN));
      case "type:" -> Arrays.stream(TypeFamily.values()).map(TypeFamily::jsonName);
      case "is:" -> PROPERTIES.stream();
      case "db:" -> {
        var now = sources.now();
        yield now.matching(source -> true).stream()
            .flatMap(id -> now.find(id).stream())
            .map(source -> source.dbName());
      }
      default -> Stream.of();
    };
  }

  private static String quoted(String value) {
    return value.matches("[\\w.$-]+") ? value : '"' + value.replace("\"", "") + '"';
  }

  private static Option option(
      String icon, String query, String label, int typed, @Nullable String note) {
    return new Option(
        icon,
        query,
        MarkedText.of(label, List.of(new Range(0, Math.min(typed, label.length())))),
        note == null ? "" : note);
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }
}
