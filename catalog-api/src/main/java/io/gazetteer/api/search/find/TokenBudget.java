package io.gazetteer.api.search.find;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.PlainText;
import io.gazetteer.api.schema.formats.SqlNames;
import io.gazetteer.api.schema.formats.TableDdl;
import io.gazetteer.api.schema.formats.TableLine;
import io.gazetteer.api.search.Questions.Answered;
import io.gazetteer.api.search.find.FindAnswer.FindTable;
import io.gazetteer.api.search.hits.Hit;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.MissingNode;

/** Puts as many tables into an answer as fit into a number of tokens, the best first. */
final class TokenBudget {
  /** English text and names have about four characters a token. */
  private static final int CHARACTERS_OF_A_TOKEN = 4;

  /** With more tables than this the question is wide. */
  private static final int MANY = 50;

  private final int most;

  TokenBudget(int most) {
    this.most = most;
  }

  static int tokens(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS_OF_A_TOKEN);
  }

  FindAnswer fill(Answered answered, boolean ddl) {
    var tables = new ArrayList<FindTable>();
    var lines = new ArrayList<TableLine>();
    var text = new StringBuilder();
    for (Hit hit : answered.hits()) {
      var described = described(answered, hit);
      var line = new TableLine(described, names(hit));
      var table = table(hit, described, line, ddl);
      var written = written(table);
      if (tokens(text.toString()) + tokens(written) > most) {
        break;
      }
      text.append(written);
      tables.add(table);
      lines.add(line);
    }
    var joins = joins(lines, most - tokens(text.toString()));
    if (!joins.isEmpty()) {
      text.append(joins.stream().collect(Collectors.joining("\n", "joins:\n", "\n")));
    }
    long leftOff = Math.max(0, answered.total() - tables.size());
    return new FindAnswer(
        tables,
        joins,
        answered.ignored(),
        answered.unmatched(),
        narrow(answered, tables, leftOff),
        leftOff,
        tokens(text.toString()),
        text.toString());
  }

  private static DescribedTable described(Answered answered, Hit hit) {
    return new DescribedTable(
        new TableName(hit.schema(), hit.table()),
        answered.descriptions().getOrDefault(hit.id(), MissingNode.getInstance()));
  }

  private static SqlNames names(Hit hit) {
    return SqlNames.of(hit.database().dbType());
  }

  private static FindTable table(Hit hit, DescribedTable described, TableLine line, boolean ddl) {
    return new FindTable(
        hit.path(),
        hit.database().id(),
        hit.database().dbName(),
        hit.tableKind(),
        hit.comment(),
        ddl
            ? new TableDdl(described, names(hit)).forReaders()
            : line.of(Set.copyOf(hit.columnNames())),
        why(hit));
  }

  private static String written(FindTable table) {
    var comment = table.comment();
    return comment == null || table.line().startsWith("create ")
        ? table.line() + "\n"
        : table.line() + " -- " + PlainText.comment(comment) + "\n";
  }

  private static String why(Hit hit) {
    if (hit.broughtBy() != null) {
      return hit.broughtBy().isEmpty()
          ? "its schema is small and has tables that fit"
          : "it is joined with " + String.join(", ", hit.broughtBy());
    }
    var words = new LinkedHashSet<String>();
    hit.matched().forEach(match -> words.add(match.word()));
    return "it has " + String.join(", ", words);
  }

  private static List<String> joins(List<TableLine> lines, int tokens) {
    var paths = new HashSet<TableName>();
    lines.forEach(line -> paths.add(line.name()));
    var joins = new ArrayList<String>();
    int left = tokens - 2;
    for (TableLine line : lines) {
      for (String join : line.joins(paths)) {
        left -= tokens(join + "\n");
        if (left < 0) {
          return joins;
        }
        joins.add(join);
      }
    }
    return joins;
  }

  private static List<String> narrow(Answered answered, List<FindTable> tables, long leftOff) {
    var narrow = new ArrayList<>(answered.notes());
    if (leftOff > 0) {
      narrow.add(leftOff + " more tables have words of the question; raise max_tokens to see more");
    }
    var schemas = new LinkedHashSet<String>();
    tables.forEach(table -> schemas.add(table.path().substring(0, table.path().indexOf('.'))));
    if (answered.total() > MANY && schemas.size() > 1) {
      narrow.add("name a schema: " + String.join(", ", schemas));
    }
    if (!answered.unmatched().isEmpty()) {
      narrow.add("nothing listed has " + String.join(", ", answered.unmatched()));
    }
    return narrow;
  }
}
