package io.gazetteer.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints items as they come: in columns for a terminal, as lines of JSON for programs, or as CSV.
 * Columns are as wide as the first items need.
 */
public final class Rows {
  /** In what the items are printed. */
  public enum Form {
    COLUMNS,
    JSON,
    CSV
  }

  private static final int FIRST = 200;
  private static final String GAP = "  ";
  private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@＝＋－＠\\t\\r\\n].*");

  private final Terminal terminal;
  private final Form form;
  private final List<String> fields;
  private final boolean chosen;
  private final List<JsonNode> waiting = new ArrayList<>();
  private int[] widths = new int[0];

  /**
   * @param usual the fields that are shown when none are chosen; lines of JSON then have all
   * @param chosen empty for those
   */
  public Rows(Terminal terminal, Form form, List<String> usual, List<String> chosen) {
    this.terminal = terminal;
    this.form = form;
    this.fields = chosen.isEmpty() ? usual : chosen;
    this.chosen = !chosen.isEmpty();
    if (form == Form.CSV) {
      terminal.out().print(csv(fields));
    }
  }

  public void add(JsonNode item) {
    switch (form) {
      case JSON -> terminal.out().println(Api.JSON.writeValueAsString(chosen ? some(item) : item));
      case CSV ->
          terminal.out().print(csv(fields.stream().map(field -> text(item, field)).toList()));
      case COLUMNS -> {
        if (widths.length > 0) {
          print(item);
        } else {
          waiting.add(item);
          if (waiting.size() == FIRST) {
            printWaiting();
          }
        }
      }
    }
  }

  /** Prints what is left. */
  public void end() {
    if (widths.length == 0) {
      printWaiting();
    }
    terminal.out().flush();
  }

  private ObjectNode some(JsonNode item) {
    var some = Api.JSON.createObjectNode();
    fields.forEach(field -> some.set(field, at(item, field)));
    return some;
  }

  private void printWaiting() {
    if (waiting.isEmpty()) {
      return;
    }
    widths = new int[fields.size()];
    for (int i = 0; i < widths.length; i++) {
      var field = fields.get(i);
      widths[i] =
          Math.max(
              field.length(),
              waiting.stream()
                  .mapToInt(item -> oneLine(text(item, field)).length())
                  .max()
                  .orElse(0));
    }
    narrow();
    if (terminal.isTerminal()) {
      terminal.out().println(terminal.faint(line(fields)));
    }
    waiting.forEach(this::print);
    waiting.clear();
  }

  /** Makes the widest columns narrower until all fit. */
  private void narrow() {
    int room = terminal.width() - GAP.length() * (widths.length - 1);
    while (sum() > room) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= 8) {
        return;
      }
      widths[widest]--;
    }
  }

  private int sum() {
    int sum = 0;
    for (int width : widths) {
      sum += width;
    }
    return sum;
  }

  private void print(JsonNode item) {
    PrintStream out = terminal.out();
    out.println(line(fields.stream().map(field -> oneLine(text(item, field))).toList()));
  }

  private String line(List<String> cells) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      var cell = cells.get(i);
      boolean tooLong = cell.length() > widths[i];
      line.append(tooLong ? cell.substring(0, Math.max(0, widths[i] - 1)) + "…" : cell);
      if (i < cells.size() - 1) {
        line.append(" ".repeat(Math.max(0, widths[i] - cell.length()))).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }

  /** What could move the cursor or hide a line is not printed as it is. */
  private static String oneLine(String text) {
    return text.codePoints()
        .map(
            point ->
                Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                    ? ' '
                    : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static JsonNode at(JsonNode item, String field) {
    return item.at("/" + field.replace('.', '/'));
  }

  private static String text(JsonNode item, String field) {
    var value = at(item, field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asString() : Api.JSON.writeValueAsString(value);
  }

  private static String csv(List<String> cells) {
    return cells.stream().map(Rows::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /** Quotes a text, and keeps programs for tables from taking it for a formula. */
  private static String cell(String text) {
    var safe = FORMULA.matcher(text).matches() ? "'" + text : text;
    return safe.matches("[^\",;\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
