package io.gazetteer.api.search.agents;

import io.gazetteer.api.schema.formats.PlainText;
import io.gazetteer.api.search.CatalogSearch;
import io.gazetteer.api.search.SearchAnswer;
import io.gazetteer.api.search.hits.Hit;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import java.util.HashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Searches tables and columns by names and words. */
@Component
@FromRequest
final class SearchTool implements AgentTool {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int USUAL_LIMIT = 20;
  private static final int MOST_LIMIT = 100;

  private final CatalogSearch search;
  private final NamedDatabases databases;

  SearchTool(CatalogSearch search, NamedDatabases databases) {
    this.search = search;
    this.databases = databases;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public ToolAnswer call(ToolArguments arguments) {
    int limit = arguments.integer("limit", USUAL_LIMIT, 1, MOST_LIMIT);
    int tokens = arguments.tokens();
    var page = page(arguments, limit);
    var fitting = fitting(page, tokens);
    // The cursor shall lead to the first hit that did not fit; it takes place itself.
    while (fitting.size() < page.hits().size() && fitting.size() > 0) {
      page = page(arguments, fitting.size());
      fitting = fitting(page, tokens);
    }
    return answer(page, fitting);
  }

  private SearchAnswer page(ToolArguments arguments, int limit) {
    var parameters = new HashMap<>(databases.parameters(arguments));
    parameters.put("q", new String[] {arguments.text("q")});
    parameters.put("limit", new String[] {String.valueOf(limit)});
    for (var name : new String[] {"kind", "cursor"}) {
      arguments.find(name).ifPresent(value -> parameters.put(name, new String[] {value}));
    }
    return search.page(new Parameters(parameters));
  }

  private static Fitting fitting(SearchAnswer page, int tokens) {
    var cursor = page.nextCursor();
    var fitting = new Fitting(tokens, cursor == null ? 0 : cursor.length());
    for (Hit hit : page.hits()) {
      if (!fitting.add(line(hit), item(hit))) {
        break;
      }
    }
    return fitting;
  }

  private static ToolAnswer answer(SearchAnswer page, Fitting fitting) {
    var head = JSON.createObjectNode();
    head.put("total", page.total().value());
    var notes = head.putArray("notes");
    if (page.hits().isEmpty()) {
      fitting.say("Nothing in the catalog has this. Try fewer or other words, or find.");
    }
    for (String note : page.notes()) {
      var line = Fitting.comment(note);
      if (notes.size() < 3) {
        notes.add(line);
        fitting.say("note: " + line);
      }
    }
    var meant = page.didYouMean();
    if (meant != null) {
      head.put("did_you_mean", PlainText.type(meant));
      fitting.say("Did you mean: " + PlainText.type(meant));
    }
    boolean hasMore = page.nextCursor() != null || fitting.size() < page.hits().size();
    return fitting.answer(
        head, "hits", hasMore, fitting.size() < page.hits().size() ? null : page.nextCursor());
  }

  private static String line(Hit hit) {
    var type = hit.dataType();
    return PlainText.oneLine("[" + hit.database().dbName() + "] " + hit.path())
        + (type == null ? " (" + hit.tableKind() + ")" : " " + PlainText.type(type))
        + Fitting.remark(hit.comment());
  }

  private static ObjectNode item(Hit hit) {
    var item = JSON.createObjectNode();
    item.put("database", hit.database().dbName())
        .put("path", hit.path())
        .put("kind", hit.column() == null ? hit.tableKind() : hit.kind());
    if (hit.dataType() != null) {
      item.put("type", PlainText.type(hit.dataType()));
    }
    if (hit.comment() != null) {
      item.put("comment", Fitting.comment(hit.comment()));
    }
    return item;
  }
}
