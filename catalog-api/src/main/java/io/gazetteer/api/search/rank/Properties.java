package io.gazetteer.api.search.rank;

import io.gazetteer.api.search.plan.Plan;
import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.query.Wildcards;
import io.gazetteer.common.index.TypeNames;
import io.gazetteer.common.model.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Filters for qualifiers. */
final class Properties {
  private Properties() {}

  static ObjectNode filter(Plan.Property property) {
    var any = new ArrayList<ObjectNode>();
    for (Plan.Value value : property.values()) {
      any.add(filter(property.field(), value));
    }
    return any.size() == 1 ? any.getFirst() : Json.anyOf(any);
  }

  /** What has just the name that was asked for stands before what only has its words. */
  static List<ObjectNode> wanted(Plan.Property property, Naming naming) {
    var clauses = new Clauses(naming, property.field().word(), "the " + property.field().word());
    if (property.field() == Field.TABLE || property.field() == Field.COLUMN) {
      for (Plan.Value value : property.values()) {
        if (!Wildcards.areIn(value.text())) {
          clauses.add(
              property.field() == Field.TABLE ? table(value, true) : column(value, true),
              Points.WANTED_NAME,
              "is " + value.text());
        }
      }
    }
    return clauses.each().isEmpty() ? List.of() : List.of(clauses.best());
  }

  private static ObjectNode filter(Field field, Plan.Value value) {
    return switch (field) {
      case SCHEMA -> named("schema", value.text());
      case TABLE -> table(value, false);
      case COLUMN -> column(value, false);
      case TYPE -> type(value.text());
      case KIND -> kind(value.text());
      case IS -> Json.term(flag(value.text()), true);
      case HAS -> Json.exists("comment_words");
      case DB -> throw new IllegalArgumentException("Databases are asked for by id");
    };
  }

  private static ObjectNode named(String field, String nameOrPattern) {
    return Wildcards.areIn(nameOrPattern)
        ? Json.wildcard(field, nameOrPattern)
        : Json.termInAnyCase(field, nameOrPattern);
  }

  private static ObjectNode table(Plan.Value value, boolean exactly) {
    var ways = new ArrayList<ObjectNode>();
    ways.add(Json.allOf(List.of(Json.exists("kind"), foldedName(value.text()))));
    ways.add(named("table", value.text()));
    int dot = value.text().lastIndexOf('.');
    if (dot > 0 && dot < value.text().length() - 1) {
      var schema = named("schema", value.text().substring(0, dot));
      var name = value.text().substring(dot + 1);
      ways.add(Json.allOf(List.of(schema, Json.exists("kind"), foldedName(name))));
      ways.add(Json.allOf(List.of(schema, named("table", name))));
    } else if (!exactly && hasWords(value)) {
      ways.add(Json.allOf(List.of(Json.exists("kind"), words("name_words", value))));
      ways.add(words("table_words", value));
    }
    return Json.anyOf(ways);
  }

  private static ObjectNode column(Plan.Value value, boolean exactly) {
    var name = foldedName(value.text());
    return Json.allOf(
        List.of(
            Json.exists("table"),
            exactly || !hasWords(value)
                ? name
                : Json.anyOf(List.of(name, words("name_words", value)))));
  }

  private static boolean hasWords(Plan.Value value) {
    return !value.words().isEmpty() && !Wildcards.areIn(value.text());
  }

  private static ObjectNode foldedName(String nameOrPattern) {
    return Wildcards.areIn(nameOrPattern)
        ? Json.wildcard("name_folded", nameOrPattern)
        : Json.term("name_folded", nameOrPattern.toLowerCase(Locale.ROOT));
  }

  private static ObjectNode words(String field, Plan.Value value) {
    return Json.allOf(value.words().stream().map(word -> Json.term(field, word)).toList());
  }

  private static ObjectNode type(String value) {
    var lower = value.toLowerCase(Locale.ROOT);
    return Json.anyOf(
        List.of(
            Json.term("type_family", lower),
            Json.term("type_names", TypeNames.of(value, TypeFamily.OTHER).iterator().next())));
  }

  private static ObjectNode kind(String value) {
    return switch (value) {
      case "table" -> Json.exists("kind");
      case "column" -> Json.exists("table");
      default -> Json.term("kind", value);
    };
  }

  private static String flag(String value) {
    return switch (value) {
      case "pk" -> "primary_key";
      case "fk" -> "foreign_key";
      default -> value;
    };
  }
}
