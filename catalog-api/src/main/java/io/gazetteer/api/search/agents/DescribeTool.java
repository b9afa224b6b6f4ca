package io.gazetteer.api.search.agents;

import io.gazetteer.api.schema.formats.PlainText;
import io.gazetteer.api.schema.formats.TableDdl;
import io.gazetteer.api.schema.formats.TableLine;
import io.gazetteer.api.search.agents.NamedTables.Found;
import io.gazetteer.api.search.agents.NamedTables.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes tables that are named. A table too wide for the budget is written with its keys. */
@Component
final class DescribeTool implements AgentTool {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_TABLES = 20;
  private static final int CHARACTERS_OF_A_TOKEN = 4;

  private final NamedTables tables;

  DescribeTool(NamedTables tables) {
    this.tables = tables;
  }

  @Override
  public String name() {
    return "describe";
  }

  @Override
  public ToolAnswer call(ToolArguments arguments) {
    var names = arguments.texts("tables", 1, MOST_TABLES);
    boolean ddl = isDdl(arguments.find("format").orElse("line"));
    int tokens = arguments.tokens();
    var found = new ArrayList<Found>();
    var missing = new ArrayList<Missing>();
    for (String name : names.stream().distinct().toList()) {
      switch (tables.find(name)) {
        case Found one -> found.add(one);
        case Missing none -> missing.add(none);
      }
    }
    if (found.isEmpty()) {
      throw new ToolFailure(
          missing.stream().limit(3).map(Missing::sentence).collect(Collectors.joining("\n")));
    }
    return answer(found, missing, ddl, tokens);
  }

  private static boolean isDdl(String format) {
    if (!Set.of("line", "ddl").contains(format)) {
      throw new ToolFailure("The argument format must be line or ddl.");
    }
    return format.equals("ddl");
  }

  private static ToolAnswer answer(
      List<Found> found, List<Missing> missing, boolean ddl, int tokens) {
    var head = JSON.createObjectNode();
    int taken = addMissing(missing, head, tokens);
    var fitting = new Fitting(tokens, taken);
    var left = new ArrayList<String>();
    for (Found table : found) {
      if (!left.isEmpty() || !add(table, ddl, fitting, tokens)) {
        left.add(path(table));
      }
    }
    head.path("missing").forEach(one -> fitting.say(one.path("problem").asString()));
    if (!left.isEmpty()) {
      var leftOff = head.putArray("left_off");
      left.stream().limit(3).forEach(leftOff::add);
    }
    return fitting.answer(head, "tables", !left.isEmpty(), null);
  }

  /** Says of some names that they lead nowhere; all of them would take the place of tables. */
  private static int addMissing(List<Missing> missing, ObjectNode head, int tokens) {
    int most = tokens * CHARACTERS_OF_A_TOKEN / 3;
    int taken = 0;
    var array = head.putArray("missing");
    for (Missing one : missing) {
      var problem = one.sentence();
      if (taken + problem.length() * 2 < most) {
        taken += problem.length() * 2;
        var item = array.addObject();
        item.put("name", PlainText.oneLine(one.name())).put("problem", problem);
      }
    }
    return taken;
  }

  private static boolean add(Found found, boolean ddl, Fitting fitting, int tokens) {
    var line = new TableLine(found.table(), found.names());
    var text =
        ddl
            ? new TableDdl(found.table(), found.names()).forReaders()
            : line.whole() + Fitting.remark(found.table().comment());
    if (text.length() * 5 / 4 < tokens * CHARACTERS_OF_A_TOKEN) {
      return add(found, text, 0, fitting);
    }
    var keys = line.of(Set.of()) + Fitting.remark(found.table().comment());
    int columns = found.table().columns().size();
    return add(found, keys, columns, fitting)
        || add(
            found,
            PlainText.oneLine(found.names().name(found.table().name()))
                + "(... "
                + columns
                + " columns: ask the tool columns)",
            columns,
            fitting);
  }

  private static boolean add(Found found, String text, int wide, Fitting fitting) {
    var item = JSON.createObjectNode();
    item.put("database", found.source().dbName()).put("text", text);
    if (wide > 0) {
      item.put("left_off", wide);
    }
    return fitting.add(
        "["
            + PlainText.oneLine(found.source().dbName())
            + "] "
            + text
            + (wide > 0 ? " (wide: the tool columns has all " + wide + " columns)" : ""),
        item);
  }

  private static String path(Found found) {
    return PlainText.oneLine(found.source().dbName() + '.' + found.table().name().path());
  }
}
