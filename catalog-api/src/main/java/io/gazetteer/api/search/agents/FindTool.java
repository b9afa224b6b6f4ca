package io.gazetteer.api.search.agents;

import io.gazetteer.api.schema.formats.PlainText;
import io.gazetteer.api.search.find.FindAnswer;
import io.gazetteer.api.search.find.FindAnswer.FindTable;
import io.gazetteer.api.search.find.NeededTables;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds what a question needs. */
@Component
@FromRequest
final class FindTool implements AgentTool {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LEAST = 20;
  private static final int CHARACTERS_OF_A_TOKEN = 4;

  private final NeededTables needed;
  private final NamedDatabases databases;

  FindTool(NeededTables needed, NamedDatabases databases) {
    this.needed = needed;
    this.databases = databases;
  }

  @Override
  public String name() {
    return "find";
  }

  @Override
  public ToolAnswer call(ToolArguments arguments) {
    var parameters = databases.parameters(arguments);
    parameters.put("q", new String[] {arguments.text("q")});
    int tokens = arguments.tokens();
    var found = needed.ask(new Parameters(parameters));
    // JSON has more characters than the text, and comments more than the API counts.
    for (int wanted = tokens; ; wanted = wanted * 4 / 5) {
      var answer = answer(found.within(wanted, false));
      var json = JSON.writeValueAsString(Objects.requireNonNull(answer.structured()));
      int most = tokens * CHARACTERS_OF_A_TOKEN;
      if ((json.length() <= most && answer.text().length() <= most) || wanted < LEAST) {
        return answer;
      }
    }
  }

  private static ToolAnswer answer(FindAnswer found) {
    var text = new StringBuilder();
    var structured = JSON.createObjectNode();
    var tables = structured.putArray("tables");
    for (FindTable table : found.tables()) {
      var line = table.line() + Fitting.remark(table.comment());
      text.append('[').append(PlainText.oneLine(table.database())).append("] ").append(line);
      text.append('\n');
      tables
          .addObject()
          .put("database", table.database())
          .put("line", line)
          .put("why", PlainText.oneLine(table.why()));
    }
    var joins = structured.putArray("joins");
    for (String join : found.joins()) {
      text.append(text.indexOf("joins:\n") < 0 ? "joins:\n" : "").append(join).append('\n');
      joins.add(join);
    }
    addNotes(notes(found), text, structured);
    structured.put("has_more", found.leftOff() > 0);
    return new ToolAnswer(text.toString(), structured);
  }

  private static List<String> notes(FindAnswer found) {
    var notes = new ArrayList<>(found.narrow());
    if (found.tables().isEmpty() && found.leftOff() == 0) {
      notes.addFirst(
          "No table is about this. Try other words, the tool search with a name, or sources.");
    }
    return notes;
  }

  private static void addNotes(List<String> notes, StringBuilder text, ObjectNode structured) {
    var array = structured.putArray("notes");
    for (String note : notes) {
      var line = Fitting.comment(note);
      text.append("note: ").append(line).append('\n');
      array.add(line);
    }
  }
}
