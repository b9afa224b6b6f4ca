package io.gazetteer.api.pages.tables;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names as SQL of a kind of database takes them. */
final class SqlNames {
  /** Words that are no names in at least one of the databases; quoting one more does no harm. */
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc authorization between binary both by case cast"
                  + " check collate column constraint create cross current_date current_time"
                  + " current_timestamp current_user database databases default deferrable delete"
                  + " desc describe distinct div do drop else end except exists explain false fetch"
                  + " for foreign freeze from full fulltext function generated grant group groups"
                  + " having if ignore ilike in index inner insert int integer intersect into is"
                  + " isnull join key keys kill lateral leading left like limit lines load lock"
                  + " match mod natural not notnull null offset on only option or order outer over"
                  + " overlaps partition placing primary procedure range rank read references"
                  + " regexp rename replace returning right row rows schema schemas select"
                  + " session_user set show similar some symmetric system table then to trailing"
                  + " trigger true union unique update usage use user using values variadic verbose"
                  + " when where window with write")
              .split(" ", -1));

  private static final Pattern PLAIN_LOWER = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final boolean isPostgres;

  SqlNames(String dbType) {
    this.isPostgres = dbType.equals("PostgreSQL");
  }

  boolean arePostgres() {
    return isPostgres;
  }

  String quoted(String name) {
    var plain = isPostgres ? PLAIN_LOWER : PLAIN;
    if (plain.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    return isPostgres
        ? '"' + name.replace("\"", "\"\"") + '"'
        : '`' + name.replace("`", "``") + '`';
  }

  String qualified(String schema, String name) {
    return quoted(schema) + "." + quoted(name);
  }

  /** Writes a text as a literal. */
  String literal(String text) {
    var escaped = text.replace("'", "''");
    return "'" + (isPostgres ? escaped : escaped.replace("\\", "\\\\")) + "'";
  }
}
