package io.gazetteer.worker.introspect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which of the two products answers, and how old it is. */
record ServerVersion(boolean mariaDb, int major, int minor, int patch) {

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

  /** MariaDB before 11 begins with 5.5.5, for clients that would take it for an old MySQL. */
  private static final String DISGUISE = "5.5.5-";

  static ServerVersion of(Connection connection) throws SQLException {
    return parse(connection.getMetaData().getDatabaseProductVersion());
  }

  static ServerVersion parse(String text) {
    boolean mariaDb = text.toLowerCase(Locale.ROOT).contains("mariadb");
    var version = text.startsWith(DISGUISE) ? text.substring(DISGUISE.length()) : text;
    var numbers = NUMBERS.matcher(version);
    if (!numbers.find()) {
      return new ServerVersion(mariaDb, 0, 0, 0);
    }
    return new ServerVersion(mariaDb, number(numbers, 1), number(numbers, 2), number(numbers, 3));
  }

  private static int number(Matcher numbers, int group) {
    return Integer.parseInt(numbers.group(group));
  }

  boolean isMySqlFrom(int wantedMajor, int wantedMinor, int wantedPatch) {
    var wanted = List.of(wantedMajor, wantedMinor, wantedPatch);
    var found = List.of(major, minor, patch);
    for (int i = 0; i < wanted.size(); i++) {
      int order = Integer.compare(found.get(i), wanted.get(i));
      if (order != 0) {
        return !mariaDb && order > 0;
      }
    }
    return !mariaDb;
  }
}
