package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.query.Wildcards;
import io.gazetteer.api.search.ranking.ClauseName.MatchingWord;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import io.gazetteer.common.index.TypeNames;
import io.gazetteer.common.relation.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Builds the filters of qualifiers. */
public final class QualifierFilters {
  private QualifierFilters() {}

  /** The filter of a qualifier by itself, which finds what it can mean at all. */
  public static ObjectNode of(ResolvedQuery.Qualifier qualifier) {
    return filter(qualifier, true);
  }

  /**
   * The filter of a qualifier.
   *
   * @param inner whether partitions are asked for, so that their parent's name is theirs
   */
  static ObjectNode filter(ResolvedQuery.Qualifier qualifier, boolean inner) {
    var any = new ArrayList<ObjectNode>();
    for (ResolvedQuery.Value value : qualifier.values()) {
      any.add(filter(qualifier.field(), value, inner));
    }
    return any.size() == 1 ? any.getFirst() : Queries.anyOf(any);
  }

  /**
   * The filter of a qualifier, with names by which each hit says which values it has. A qualifier
   * with one value has none: all hits have it, and a name would look its pattern up twice.
   */
  static ObjectNode filter(ResolvedQuery.Qualifier qualifier, boolean inner, NamedClauses named) {
    if (qualifier.values().size() == 1 && !named.isInAlternative()) {
      return filter(qualifier, inner);
    }
    var field = qualifier.field();
    return Queries.anyOf(
        qualifier.values().stream()
            .map(
                value ->
                    named.saying(
                        filter(field, value, inner),
                        new MatchingWord(value.text(), field.word(), MatchKind.QUALIFIER)))
            .toList());
  }

  /** Points for a hit that has exactly the name asked for, before those that have its words. */
  static List<ObjectNode> wanted(ResolvedQuery.Qualifier qualifier, NamedClauses named) {
    var clauses = named.about("the " + qualifier.field().word());
    if (isName(qualifier)) {
      for (ResolvedQuery.Value value : qualifier.values()) {
        if (!Wildcards.areIn(value.text())) {
          clauses.add(
              qualifier.field() == Field.TABLE ? table(value) : column(value, true),
              Points.WANTED_NAME,
              "is " + value.text());
        }
      }
    }
    return clauses.isEmpty() ? List.of() : List.of(clauses.best());
  }

  /** Whether a qualifier asks for a name, to which one hit can be nearer than another. */
  static boolean isName(ResolvedQuery.Qualifier qualifier) {
    return qualifier.field() == Field.TABLE || qualifier.field() == Field.COLUMN;
  }

  private static ObjectNode filter(Field field, ResolvedQuery.Value value, boolean inner) {
    return switch (field) {
      case SCHEMA -> named(Fields.SCHEMA, value.text());
      case TABLE -> Queries.anyOf(List.of(table(value), tableWords(value, inner)));
      case COLUMN -> column(value, false);
      case TYPE -> type(value.text());
      case KIND -> kind(value.text());
      case IS -> Queries.term(flag(value.text()), true);
      case HAS -> Queries.exists(Fields.COMMENT_WORDS);
      case DB -> throw new IllegalArgumentException("Databases are asked for by id");
    };
  }

  private static ObjectNode named(String field, String nameOrPattern) {
    return Wildcards.areIn(nameOrPattern)
        ? Queries.wildcardInAnyCase(field, nameOrPattern)
        : Queries.termInAnyCase(field, nameOrPattern);
  }

  /** Tables of this name, and their columns. */
  private static ObjectNode table(ResolvedQuery.Value value) {
    var ways = new ArrayList<ObjectNode>();
    ways.add(Queries.allOf(List.of(Queries.exists(Fields.KIND), NameFilters.whole(value.text()))));
    ways.add(named(Fields.TABLE, value.text()));
    if (isQualified(value)) {
      int dot = value.text().lastIndexOf('.');
      var schema = named(Fields.SCHEMA, value.text().substring(0, dot));
      var name = value.text().substring(dot + 1);
      ways.add(
          Queries.allOf(List.of(schema, Queries.exists(Fields.KIND), NameFilters.whole(name))));
      ways.add(Queries.allOf(List.of(schema, named(Fields.TABLE, name))));
    }
    return Queries.anyOf(ways);
  }

  /**
   * Tables with these words in their names, and their columns. A partition needs a word that its
   * parent lacks, unless partitions are asked for.
   */
  private static ObjectNode tableWords(ResolvedQuery.Value value, boolean inner) {
    if (isQualified(value) || !hasWords(value)) {
      return Queries.none();
    }
    var words = new ArrayList<ObjectNode>();
    words.add(Queries.exists(Fields.KIND));
    for (String word : value.words()) {
      words.add(
          Queries.anyOf(
              List.of(
                  Queries.term(Fields.NAME_WORDS, word), Queries.term(Fields.PARENT_WORDS, word))));
    }
    if (!inner) {
      words.add(Queries.terms(Fields.NAME_WORDS, value.words()));
    }
    return Queries.anyOf(List.of(Queries.allOf(words), words(Fields.TABLE_WORDS, value)));
  }

  private static boolean isQualified(ResolvedQuery.Value value) {
    int dot = value.text().lastIndexOf('.');
    return dot > 0 && dot < value.text().length() - 1;
  }

  private static ObjectNode column(ResolvedQuery.Value value, boolean exactly) {
    var name = NameFilters.whole(value.text());
    return Queries.allOf(
        List.of(
            Queries.exists(Fields.TABLE),
            exactly || !hasWords(value)
                ? name
                : Queries.anyOf(List.of(name, words(Fields.NAME_WORDS, value)))));
  }

  private static boolean hasWords(ResolvedQuery.Value value) {
    return !value.words().isEmpty() && !Wildcards.areIn(value.text());
  }

  private static ObjectNode words(String field, ResolvedQuery.Value value) {
    return Queries.allOf(value.words().stream().map(word -> Queries.term(field, word)).toList());
  }

  private static ObjectNode type(String value) {
    var name =
        Queries.term(Fields.TYPE_NAMES, TypeNames.of(value, TypeFamily.OTHER).iterator().next());
    var parameters = TypeNames.parameters(value);
    return parameters.isEmpty()
        ? Queries.anyOf(
            List.of(Queries.term(Fields.TYPE_FAMILY, value.toLowerCase(Locale.ROOT)), name))
        : Queries.allOf(
            List.of(name, Queries.wildcardInAnyCase(Fields.DATA_TYPE, "*" + parameters + "*")));
  }

  private static ObjectNode kind(String value) {
    return switch (value) {
      case "table" -> Queries.exists(Fields.KIND);
      case "column" -> Queries.exists(Fields.TABLE);
      default -> Queries.term(Fields.KIND, value);
    };
  }

  private static String flag(String value) {
    return switch (value) {
      case "pk" -> Fields.PRIMARY_KEY;
      case "fk" -> Fields.FOREIGN_KEY;
      default -> value;
    };
  }
}
