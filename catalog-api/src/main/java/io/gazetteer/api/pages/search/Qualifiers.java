package io.gazetteer.api.pages.search;

import io.gazetteer.api.search.query.KindNames;
import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.query.QueryValues;
import io.gazetteer.api.search.suggest.IndexedSchemas;
import io.gazetteer.api.search.suggest.NameSuggestions;
import io.gazetteer.api.search.suggest.Suggestion;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.pages.MarkedText;
import io.gazetteer.pages.MarkedText.Range;
import io.gazetteer.pages.search.SuggestionsPart.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Suggests qualifiers, such as {@code type:}, and the values that they can have. Thread safe. */
@Component
final class Qualifiers {
  private static final int MOST = 8;

  /** Native types that people know; every other one can be typed, too. */
  private static final List<String> NATIVE_TYPES =
      List.of(
          "bigint",
          "bigserial",
          "blob",
          "bytea",
          "char",
          "date",
          "datetime",
          "double",
          "float",
          "int",
          "interval",
          "json",
          "jsonb",
          "longtext",
          "mediumint",
          "money",
          "numeric",
          "real",
          "set",
          "smallint",
          "timestamp",
          "timestamptz",
          "tinyint",
          "tsvector",
          "varbinary",
          "varchar",
          "xml",
          "year");

  private final DataSourceDirectory sources;
  private final IndexedSchemas schemas;
  private final NameSuggestions names;

  Qualifiers(DataSourceDirectory sources, IndexedSchemas schemas, NameSuggestions names) {
    this.sources = sources;
    this.schemas = schemas;
    this.names = names;
  }

  private static String meaning(Field field) {
    return switch (field) {
      case DB -> "in databases of this name";
      case SCHEMA -> "in schemas of this name";
      case TABLE -> "tables of this name, and what is in them";
      case COLUMN -> "columns of this name";
      case TYPE -> "columns of this type";
      case KIND -> "tables, views, columns and so on";
      case IS -> "keys, nullable columns and so on";
      case HAS -> "what has a comment";
    };
  }

  /** Suggests for the qualifier that someone types; nothing when it is none. */
  List<Option> of(String text) {
    var typed = TypedQualifier.of(text);
    return typed.field().isPresent()
        ? values(typed, typed.field().get())
        : Arrays.stream(Field.values())
            .filter(field -> !typed.begun().isEmpty())
            .filter(field -> (field.word() + ":").startsWith(typed.begun()))
            .map(field -> qualifier(typed, field))
            .toList();
  }

  private static Option qualifier(TypedQualifier typed, Field field) {
    var name = field.word() + ":";
    return new Option(
        "filter", typed.before() + name, marked(name, typed.begun().length()), meaning(field));
  }

  private List<Option> values(TypedQualifier typed, Field field) {
    var name = field.word() + ":";
    return candidates(field, typed.begun())
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(typed.begun()))
        .distinct()
        .limit(MOST)
        .map(
            value ->
                new Option(
                    "filter",
                    typed.before() + quoted(value) + " ",
                    marked(name + value, name.length() + typed.begun().length()),
                    ""))
        .toList();
  }

  private Stream<String> candidates(Field field, String begun) {
    return switch (field) {
      case KIND -> Stream.concat(KindNames.RELATIONS.stream(), Stream.of(KindNames.COLUMN));
      case TYPE ->
          Stream.concat(
              Arrays.stream(TypeFamily.values()).map(TypeFamily::jsonName), NATIVE_TYPES.stream());
      case IS -> QueryValues.FLAGS.stream();
      case HAS -> QueryValues.PARTS.stream();
      case SCHEMA -> schemas.beginningWith(begun, MOST).stream();
      case DB -> databases();
      case TABLE -> named(begun, "table");
      case COLUMN -> named(begun, "column");
    };
  }

  private Stream<String> databases() {
    var now = sources.now();
    return now.matching(source -> true).stream()
        .flatMap(id -> now.find(id).stream())
        .map(source -> source.dbName())
        .sorted();
  }

  private Stream<String> named(String begun, String kind) {
    if (begun.isBlank()) {
      return Stream.of();
    }
    var parameters =
        new Parameters(Map.of("q", new String[] {begun}, "limit", new String[] {"20"}));
    return names.of(parameters).suggestions().stream()
        .filter(found -> found.kinds().contains(kind))
        .map(Suggestion::name);
  }

  private static String quoted(String value) {
    return value.matches("[\\w.$-]+") ? value : '"' + value.replace("\"", "") + '"';
  }

  private static MarkedText marked(String label, int end) {
    return MarkedText.of(label, List.of(new Range(0, Math.min(end, label.length()))));
  }
}
