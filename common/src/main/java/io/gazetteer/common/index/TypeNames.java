package io.gazetteer.common.index;

import static java.util.Map.entry;

import io.gazetteer.common.relation.TypeFamily;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lists the names that people may give to a column's type: the source's own spelling in lower case
 * and without its parameters, and the other usual spellings of it. A type that is not a built-in
 * one is also called by its name without the schema, an enum also {@code enum}. An array goes by
 * the names of its elements with {@code []} behind them, and not by those alone.
 */
public final class TypeNames {
  private static final String ARRAY = "[]";
  private static final Pattern BLANKS_AT_COMMA = Pattern.compile("\\s*,\\s*");

  private static final Map<String, List<String>> OTHERS =
      Map.ofEntries(
          entry("tinyint", List.of("int1")),
          entry("smallint", List.of("int2")),
          entry("mediumint", List.of("int3")),
          entry("integer", List.of("int", "int4")),
          entry("int", List.of("integer", "int4")),
          entry("bigint", List.of("int8")),
          entry("numeric", List.of("decimal", "dec")),
          entry("decimal", List.of("numeric", "dec")),
          entry("real", List.of("float4", "float")),
          entry("float", List.of("float4")),
          entry("double precision", List.of("double", "float8", "float")),
          entry("double", List.of("double precision", "float8", "float")),
          entry("boolean", List.of("bool")),
          entry("character varying", List.of("varchar")),
          entry("varchar", List.of("character varying")),
          entry("character", List.of("char", "bpchar")),
          entry("bpchar", List.of("char", "character")),
          entry("char", List.of("character")),
          entry("bit varying", List.of("varbit")),
          entry("timestamp without time zone", List.of("timestamp")),
          entry("timestamp with time zone", List.of("timestamptz", "timestamp")),
          entry("time without time zone", List.of("time")),
          entry("time with time zone", List.of("timetz", "time")),
          entry("geomcollection", List.of("geometrycollection")));

  private TypeNames() {}

  /** Returns the names of a type, its own first, each once. */
  public static Set<String> of(String dataType, TypeFamily family) {
    var type = dataType.toLowerCase(Locale.ROOT).strip();
    var suffix = "";
    while (type.endsWith(ARRAY)) {
      type = type.substring(0, type.length() - ARRAY.length());
      suffix += ARRAY;
    }
    var names = new LinkedHashSet<String>();
    for (String name : ofElement(type, suffix.isEmpty() ? family : TypeFamily.ARRAY)) {
      names.add(name + suffix);
    }
    return names;
  }

  private static Set<String> ofElement(String type, TypeFamily family) {
    var own = withoutParameters(type);
    var names = new LinkedHashSet<String>();
    names.add(own);
    if (own.contains("\"") || own.contains(".")) {
      names.add(withoutSchema(own));
    }
    addOthers(own, names);
    if (own.endsWith(" unsigned")) {
      var signed = own.substring(0, own.length() - " unsigned".length());
      names.add(signed);
      addOthers(signed, names);
    }
    if (own.startsWith("interval ")) {
      names.add("interval");
    }
    switch (family) {
      case ENUM -> names.add("enum");
      // MySQL has tinyint(1) in its place.
      case BOOLEAN -> names.addAll(List.of("boolean", "bool"));
      // MariaDB has a text with a check in its place.
      case DOCUMENT -> addJson(own, names);
      default -> {
        // Its spelling says all.
      }
    }
    return names;
  }

  private static void addJson(String own, Set<String> names) {
    if (own.endsWith("text") || own.endsWith("char")) {
      names.add("json");
    }
  }

  private static void addOthers(String name, Set<String> names) {
    names.addAll(OTHERS.getOrDefault(name, List.of()));
  }

  /**
   * Returns the parameters of a type with their parentheses, in lower case and without blanks
   * beside commas, as databases write them: {@code (10,2)}; empty when the type has none.
   */
  public static String parameters(String dataType) {
    var type = dataType.toLowerCase(Locale.ROOT);
    int open = openParenthesis(type);
    int close = type.lastIndexOf(')');
    return open < 0 || close < open
        ? ""
        : BLANKS_AT_COMMA.matcher(type.substring(open, close + 1)).replaceAll(",");
  }

  /** Turns {@code timestamp(3) without time zone} into {@code timestamp without time zone}. */
  private static String withoutParameters(String type) {
    int open = openParenthesis(type);
    int close = type.lastIndexOf(')');
    var name =
        open < 0 || close < open ? type : type.substring(0, open) + type.substring(close + 1);
    return name.endsWith(" zerofill")
        ? name.substring(0, name.length() - " zerofill".length())
        : name;
  }

  /** Finds where the parameters begin; a quoted name may hold parentheses itself. */
  private static int openParenthesis(String type) {
    return type.startsWith("enum(") || type.startsWith("set(")
        ? type.indexOf('(')
        : type.indexOf('(', type.lastIndexOf('"') + 1);
  }

  /** Turns {@code sales."Mood"} into {@code Mood}. */
  private static String withoutSchema(String name) {
    if (name.endsWith("\"")) {
      int begin = name.lastIndexOf(".\"");
      return name.substring(begin < 0 ? 1 : begin + 2, name.length() - 1).replace("\"\"", "\"");
    }
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
