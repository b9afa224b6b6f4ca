package io.gazetteer.api.search.agents;

import io.gazetteer.api.crawls.changes.ChangeSearch;
import io.gazetteer.api.crawls.changes.ChangeSearch.Wanted;
import io.gazetteer.api.crawls.changes.SchemaChange;
import io.gazetteer.api.schema.formats.PlainText;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.api.web.input.Cursor;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists what crawls found changed. */
@Component
final class ChangesTool implements AgentTool {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Cursor.Shape ID = new Cursor.Shape(List.of(JsonNode::canConvertToLong));
  private static final Pattern AGO = Pattern.compile("(\\d{1,5})([mhdw])");
  private static final int AT_ONCE = 200;
  private static final int LONGEST_FACT = 160;

  private final ChangeSearch changes;
  private final NamedDatabases databases;
  private final Clock clock;

  ChangesTool(ChangeSearch changes, NamedDatabases databases, Clock clock) {
    this.changes = changes;
    this.databases = databases;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public ToolAnswer call(ToolArguments arguments) {
    var since = since(arguments.text("since"));
    var cursor = arguments.cursor(ID);
    long before = cursor.isEmpty() ? Long.MAX_VALUE : cursor.getFirst().longValue();
    var found = changes.newest(wanted(arguments, since, before), AT_ONCE + 1);
    var fitting = new Fitting(arguments.tokens(), 60);
    long last = 0;
    for (var one : found.stream().limit(AT_ONCE).toList()) {
      var database =
          databases.find(one.dataSourceId().toString()).map(DataSourceEntry::dbName).orElse("");
      if (!add(database, one.change(), fitting)) {
        break;
      }
      last = one.change().position().id();
    }
    if (found.isEmpty()) {
      fitting.say("Nothing changed since " + since + ", as far as crawls have seen.");
    }
    boolean hasMore = fitting.size() < found.size();
    return fitting.answer(
        JSON.createObjectNode(), "changes", hasMore, last == 0 ? null : Cursor.encode(last));
  }

  private Wanted wanted(ToolArguments arguments, OffsetDateTime since, long before) {
    var schema = arguments.find("schema");
    var table = arguments.find("table");
    int dot = table.map(name -> name.lastIndexOf('.')).orElse(-1);
    if (schema.isEmpty() && dot > 0) {
      schema = table.map(name -> name.substring(0, dot));
      table = table.map(name -> name.substring(dot + 1));
    }
    Optional<List<UUID>> ids =
        arguments
            .find("database")
            .map(name -> databases.named(name).stream().map(DataSourceEntry::id).toList());
    return new Wanted(
        ids.orElse(null),
        schema.orElse(null),
        table.orElse(null),
        null,
        since.toInstant(),
        null,
        before);
  }

  private OffsetDateTime since(String text) {
    var ago = AGO.matcher(text.strip());
    try {
      if (ago.matches()) {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).minus(duration(ago));
      }
      return OffsetDateTime.parse(text.strip());
    } catch (DateTimeException | ArithmeticException e) {
      throw new ToolFailure(
          "The argument since must be a time like 2030-01-31T09:00:00Z, or how long ago: 30m, 12h,"
              + " 2d, 1w.");
    }
  }

  private static Duration duration(Matcher ago) {
    long number = Long.parseLong(ago.group(1));
    return switch (ago.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofDays(7 * number);
    };
  }

  private static boolean add(String database, SchemaChange change, Fitting fitting) {
    var table = change.schema() + '.' + change.table();
    var item = JSON.createObjectNode();
    item.put("at", change.at().toString())
        .put("database", database)
        .put("table", table)
        .put("change", change.change());
    if (change.column() != null) {
      item.put("column", change.column());
    }
    putFact("before", change.before(), item);
    putFact("after", change.after(), item);
    var line = new StringBuilder(change.at().toString());
    line.append(" [").append(database).append("] ").append(table).append(' ');
    line.append(change.change());
    if (change.column() != null) {
      line.append(' ').append(change.column());
    }
    if (change.before() != null || change.after() != null) {
      line.append(": ").append(fact(change.before())).append(" -> ").append(fact(change.after()));
    }
    return fitting.add(PlainText.oneLine(line.toString()), item);
  }

  private static void putFact(String name, @Nullable String json, ObjectNode item) {
    if (json != null) {
      item.put(name, fact(json));
    }
  }

  private static String fact(@Nullable String json) {
    return json == null ? "nothing" : PlainText.cut(json, LONGEST_FACT);
  }
}
