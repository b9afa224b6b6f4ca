package io.gazetteer.standalone.judged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the judged queries; the files say at their top what a line is. */
final class JudgedQueries {
  private static final Pattern TAB = Pattern.compile("\t");
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final Pattern JUDGEMENT =
      Pattern.compile("([1-3]):(\\w+(?:\\.\\w+){2,3})", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int COLUMNS = 4;

  private JudgedQueries() {}

  /** Both halves. */
  static List<JudgedQuery> all() {
    var all = new ArrayList<JudgedQuery>();
    for (var half : Half.values()) {
      all.addAll(parse(half, JudgedDatabases.resource(half.label() + ".tsv")));
    }
    return List.copyOf(all);
  }

  /**
   * The queries of a file.
   *
   * @throws IllegalArgumentException with the line that makes no sense
   */
  static List<JudgedQuery> parse(Half half, String text) {
    var queries = new ArrayList<JudgedQuery>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        queries.add(query(half, line, half.label() + ".tsv, line " + number + ": "));
      }
    }
    return List.copyOf(queries);
  }

  private static JudgedQuery query(Half half, String line, String where) {
    var columns = TAB.split(line, -1);
    require(columns.length == COLUMNS, where + "not four columns");
    var kind = QueryKind.lookup(columns[0]);
    require(kind.isPresent(), where + "no kind " + columns[0]);
    var database = columns[1].equals("-") ? Optional.<String>empty() : Optional.of(columns[1]);
    database.ifPresent(name -> require(JudgedDatabases.has(name), where + "no database " + name));
    require(!columns[2].isBlank() && columns[2].equals(columns[2].strip()), where + "no query");
    var wanted = wanted(columns[3], where);
    var query = new JudgedQuery(kind.orElseThrow(), half, database, columns[2], wanted);
    require(query.goodAnswers() > 0, where + "nothing good is wanted");
    require(query.goodAnswers() <= Metrics.DEPTH, where + "more good answers than are looked at");
    database.ifPresent(
        name ->
            require(
                wanted.keySet().stream().allMatch(answer -> answer.startsWith(name + ".")),
                where + "an answer outside of " + name));
    return query;
  }

  private static Map<String, Integer> wanted(String judgements, String where) {
    var wanted = new LinkedHashMap<String, Integer>();
    for (String judgement : BLANK.split(judgements, -1)) {
      var matcher = JUDGEMENT.matcher(judgement);
      require(matcher.matches(), where + "no judgement '" + judgement + "'");
      var before = wanted.put(matcher.group(2), Integer.valueOf(matcher.group(1)));
      require(before == null, where + "judged twice: " + matcher.group(2));
    }
    return wanted;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
