package io.gazetteer.api.search.agents;

import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import io.gazetteer.api.schema.formats.PlainText;
import io.gazetteer.api.schema.formats.TableLine;
import io.gazetteer.api.search.agents.NamedTables.Found;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists the columns of a wide table, or those that have words. */
@Component
final class ColumnsTool implements AgentTool {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();
  private static final Cursor.Shape OFFSET = new Cursor.Shape(List.of(JsonNode::canConvertToInt));

  private final NamedTables tables;

  ColumnsTool(NamedTables tables) {
    this.tables = tables;
  }

  @Override
  public String name() {
    return "columns";
  }

  @Override
  public ToolAnswer call(ToolArguments arguments) {
    var found = tables.one(arguments.text("table"));
    var words = arguments.find("q").map(q -> List.of(ANALYZER.textWords(q).split(" ")));
    var cursor = arguments.cursor(OFFSET);
    int from = cursor.isEmpty() ? 0 : Math.max(0, cursor.getFirst().intValue());
    var all = found.table().columns();
    var columns = words.map(wanted -> withWords(all, wanted)).orElse(all);
    var line = new TableLine(found.table(), found.names());
    var fitting = new Fitting(arguments.tokens(), 40);
    int end = from;
    while (end < columns.size() && add(columns.get(end), line, fitting)) {
      end++;
    }
    if (columns.isEmpty()) {
      fitting.say(
          "No column has these words in its name or comment. Leave q out to see all "
              + all.size()
              + " columns.");
    }
    boolean hasMore = end < columns.size();
    return fitting.answer(
        head(found, columns.size()),
        "columns",
        hasMore,
        hasMore && end > from ? Cursor.encode(end) : null);
  }

  private static ObjectNode head(Found found, int total) {
    var head = JSON.createObjectNode();
    head.put("database", found.source().dbName())
        .put("table", found.table().name().path())
        .put("total", total);
    return head;
  }

  private static boolean add(TableColumn column, TableLine line, Fitting fitting) {
    var item = JSON.createObjectNode();
    item.put("name", column.name()).put("type", PlainText.type(column.type()));
    if (column.isKey()) {
      item.put("key", true);
    }
    if (!column.comment().isEmpty()) {
      item.put("comment", Fitting.comment(column.comment()));
    }
    return fitting.add(line.column(column) + Fitting.remark(column.comment()), item);
  }

  /** Returns the columns that have some of the words, those with most of them first. */
  private static List<TableColumn> withWords(List<TableColumn> columns, List<String> words) {
    Map<TableColumn, Integer> counts = new HashMap<>();
    for (TableColumn column : columns) {
      var own = " " + ANALYZER.words(column.name()) + " " + ANALYZER.textWords(column.comment());
      int count =
          (int) words.stream().filter(word -> !word.isEmpty() && own.contains(" " + word)).count();
      counts.put(column, count);
    }
    return columns.stream()
        .filter(column -> counts.getOrDefault(column, 0) > 0)
        .sorted(Comparator.comparingInt(column -> -counts.getOrDefault(column, 0)))
        .toList();
  }
}
