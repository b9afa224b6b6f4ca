package io.gazetteer.api.search.agents;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.schema.formats.PlainText;
import io.gazetteer.api.search.agents.NamedTables.Found;
import io.gazetteer.api.search.joins.JoinAnswer;
import io.gazetteer.api.search.joins.JoinAnswer.JoinPath;
import io.gazetteer.api.search.joins.Joins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds how tables join: the first two, then each other one with the nearest before it. */
@Component
final class JoinPathTool implements AgentTool {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_TABLES = 6;

  private final NamedTables tables;
  private final Joins joins;

  JoinPathTool(NamedTables tables, Joins joins) {
    this.tables = tables;
    this.joins = joins;
  }

  @Override
  public String name() {
    return "join_path";
  }

  @Override
  public ToolAnswer call(ToolArguments arguments) {
    var found = new ArrayList<Found>();
    for (String name : arguments.texts("tables", 2, MOST_TABLES)) {
      found.add(tables.one(name));
    }
    var source = found.getFirst().source();
    if (found.stream().anyMatch(one -> !one.source().equals(source))) {
      throw new ToolFailure(
          "The tables are in different databases: no query joins them. Ask for each alone.");
    }
    var head = JSON.createObjectNode();
    head.put("database", source.dbName());
    var fitting = new Fitting(ToolArguments.USUAL_TOKENS, 0);
    boolean fits = true;
    for (int i = 1; i < found.size(); i++) {
      fits &= add(nearest(found.subList(0, i), found.get(i)), found.get(i), fitting);
    }
    return fitting.answer(head, "paths", !fits, null);
  }

  private @Nullable JoinAnswer nearest(List<Found> before, Found table) {
    return before.stream()
        .filter(other -> !other.table().name().equals(table.table().name()))
        .map(other -> between(other, table))
        .filter(answer -> answer != null && !answer.paths().isEmpty())
        .min(
            Comparator.comparing(JoinAnswer::inferred)
                .thenComparingInt(answer -> answer.paths().getFirst().steps().size()))
        .orElse(null);
  }

  private @Nullable JoinAnswer between(Found one, Found other) {
    try {
      return joins.between(
          one.table().name().path(),
          other.table().name().path(),
          List.of(one.source().id().toString()));
    } catch (NotFoundException e) {
      // It is gone since it was described.
      return null;
    }
  }

  private static boolean add(@Nullable JoinAnswer answer, Found table, Fitting fitting) {
    if (answer == null) {
      fitting.say(
          "Nothing joins "
              + PlainText.oneLine(table.table().name().path())
              + ": neither keys nor names of columns. Look at its columns.");
      return true;
    }
    boolean fits = true;
    for (JoinPath path : answer.paths()) {
      var item = JSON.createObjectNode();
      item.put("from", answer.from())
          .put("to", answer.to())
          .put("join", PlainText.oneLine(path.join()))
          .put("inferred", answer.inferred());
      var evidence = item.putArray("evidence");
      path.steps().forEach(step -> evidence.add(Fitting.comment(step.evidence())));
      fits &=
          fitting.add(
              (answer.inferred() ? "inferred: " : "") + PlainText.oneLine(path.join()), item);
    }
    return fits;
  }
}
