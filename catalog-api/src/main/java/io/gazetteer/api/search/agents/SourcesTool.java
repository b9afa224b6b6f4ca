package io.gazetteer.api.search.agents;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.schema.formats.PlainText;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.api.sources.registration.KnownDatabase;
import io.gazetteer.api.sources.registration.KnownDatabases;
import io.gazetteer.api.sources.registration.RegistrationCursor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists the databases of the catalog; where they are, only to those who may change that. */
@Component
final class SourcesTool implements AgentTool {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int AT_ONCE = 100;

  private final KnownDatabases known;
  private final NamedDatabases databases;

  SourcesTool(KnownDatabases known, NamedDatabases databases) {
    this.known = known;
    this.databases = databases;
  }

  @Override
  public String name() {
    return "sources";
  }

  @Override
  public ToolAnswer call(ToolArguments arguments) {
    var after = RegistrationCursor.of(arguments.cursor(RegistrationCursor.SHAPE));
    var found = known.page(after, AT_ONCE + 1);
    var fitting = new Fitting(ToolArguments.USUAL_TOKENS, 120);
    String cursor = null;
    for (var database : found.stream().limit(AT_ONCE).toList()) {
      var item = item(database);
      if (!fitting.add(line(database, item), item)) {
        break;
      }
      cursor = RegistrationCursor.after(database.createdAt(), database.id());
    }
    if (found.isEmpty()) {
      fitting.say("No database is registered. An editor of Gazetteer can add one.");
    }
    return fitting.answer(
        JSON.createObjectNode(), "sources", fitting.size() < found.size(), cursor);
  }

  private ObjectNode item(KnownDatabase database) {
    var item = JSON.createObjectNode();
    item.put("id", database.id().toString())
        .put("database", database.dbName())
        .put("kind", database.dbType().displayName());
    if (Callers.have(Role.EDITOR)) {
      databases
          .find(database.id().toString())
          .map(DataSourceEntry::hostname)
          .ifPresent(host -> item.put("host", host));
    }
    var freshAt = database.freshAt();
    if (freshAt != null) {
      item.put("fresh_at", freshAt.toString());
    }
    if (database.state() != null) {
      item.put("state", database.state());
    }
    if (database.tables() != null) {
      item.put("tables", database.tables());
    }
    if (database.columns() != null) {
      item.put("columns", database.columns());
    }
    return item;
  }

  private static String line(KnownDatabase database, ObjectNode item) {
    return PlainText.oneLine(
        "%s (%s%s) %s tables, %s columns, %s, id %s"
            .formatted(
                database.dbName(),
                database.dbType().displayName(),
                item.has("host") ? " at " + item.path("host").asString() : "",
                database.tables() == null ? "no" : database.tables(),
                database.columns() == null ? "no" : database.columns(),
                database.freshAt() == null ? "not crawled yet" : "as of " + database.freshAt(),
                database.id()));
  }
}
