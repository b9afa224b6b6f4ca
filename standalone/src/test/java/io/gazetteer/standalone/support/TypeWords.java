package io.gazetteer.standalone.support;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One spelling of a type for what the source calls it and what its JDBC driver calls it. */
final class TypeWords {
  private static final Map<String, String> POSTGRES_JDBC =
      Map.ofEntries(
          Map.entry("int2", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("serial", "integer"),
          Map.entry("bigserial", "bigint"),
          Map.entry("smallserial", "smallint"),
          Map.entry("bool", "boolean"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("varchar", "character varying"),
          Map.entry("bpchar", "character"),
          Map.entry("varbit", "bit varying"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"));
  private static final Set<String> SIZED =
      Set.of("character varying", "character", "bit", "bit varying");
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private static final Pattern PRECISION = Pattern.compile("\\(\\d+\\)(?= with| \\w+out|$)");
  private static final Pattern ARGUMENTS = Pattern.compile("\\(.*\\)");
  private static final Set<String> MYSQL_SIZED = Set.of("CHAR", "VARCHAR", "VARBINARY", "BINARY");

  private TypeWords() {}

  static String ofPostgresJdbc(String name, int size, int digits) {
    var plain = name.replace("\"", "");
    if (plain.startsWith("_")) {
      return POSTGRES_JDBC.getOrDefault(plain.substring(1), plain.substring(1)) + "[]";
    }
    var type = POSTGRES_JDBC.getOrDefault(plain, plain);
    if (type.equals("numeric") && size > 0) {
      return "numeric(" + size + "," + digits + ")";
    }
    return SIZED.contains(type) && size != UNLIMITED ? type + "(" + size + ")" : type;
  }

  /** JDBC leaves out the precision of times and of arrays' elements. */
  static String ofPostgresSource(String type) {
    if (type.endsWith("[]")) {
      return ARGUMENTS.matcher(type).replaceAll("");
    }
    return type.startsWith("time") || type.startsWith("interval")
        ? PRECISION.matcher(type).replaceAll("")
        : type.replace("\"", "");
  }

  static String ofMySqlJdbc(String name, int size, int digits) {
    var type = name.toUpperCase(Locale.ROOT);
    if (type.startsWith("DECIMAL")) {
      return type + "(" + size + "," + digits + ")";
    }
    return MYSQL_SIZED.contains(type) ? type + "(" + size + ")" : type;
  }

  static String ofMySqlSource(String type) {
    var upper = type.toUpperCase(Locale.ROOT);
    var name = ARGUMENTS.matcher(upper).replaceAll("");
    return name.startsWith("DECIMAL") || MYSQL_SIZED.contains(name) ? upper : name;
  }
}
