package io.gazetteer.api.schema.feed;

import io.gazetteer.api.crawls.changes.ChangeSearch;
import io.gazetteer.api.crawls.changes.ChangeSearch.Found;
import io.gazetteer.api.crawls.changes.ChangeSearch.Wanted;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.WantedDataSources;
import io.gazetteer.api.web.input.AsOf;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists what changed in all data sources, the newest first, and gives it as feeds. */
@RestController
final class ChangeFeedController {
  private static final String PATH = "/api/changes";
  private static final String HOME = "../";
  private static final String TITLE = "Gazetteer: changes";
  private static final String JSON_FEED = "application/feed+json";
  private static final int LARGEST_PAGE = 100;
  private static final Cursor.Shape ID = new Cursor.Shape(List.of(JsonNode::canConvertToLong));

  private final ChangeSearch search;
  private final DataSourceDirectory sources;

  ChangeFeedController(ChangeSearch search, DataSourceDirectory sources) {
    this.search = search;
    this.sources = sources;
  }

  record Page(List<FeedEntry> changes, @Nullable String nextCursor) {}

  /** Without a wish for a feed the answer is JSON. */
  @GetMapping(
      path = PATH,
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_ATOM_XML_VALUE,
        JSON_FEED
      })
  ResponseEntity<Object> list(Parameters parameters, HttpServletRequest request) {
    var accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
    var page = page(parameters);
    if (accepted.contains(MediaType.APPLICATION_ATOM_XML_VALUE)) {
      return answer(MediaType.APPLICATION_ATOM_XML, new Feed(TITLE, HOME, page.changes()).atom());
    }
    if (accepted.contains(JSON_FEED)) {
      return answer(
          MediaType.parseMediaType(JSON_FEED), new Feed(TITLE, HOME, page.changes()).json());
    }
    return answer(MediaType.APPLICATION_JSON, page);
  }

  private static ResponseEntity<Object> answer(MediaType type, Object body) {
    return ResponseEntity.ok().contentType(type).body(body);
  }

  private Page page(Parameters parameters) {
    int limit = parameters.limit(LARGEST_PAGE, LARGEST_PAGE);
    var ids = WantedDataSources.of(parameters);
    var schema = parameters.find("schema").orElse(null);
    var table = parameters.find("table").orElse(null);
    var change = parameters.find("change").orElse(null);
    var since = AsOf.read("since", parameters);
    var until = AsOf.read("until", parameters);
    var cursor = parameters.cursor(ID);
    parameters.check();
    long before = cursor.isEmpty() ? Long.MAX_VALUE : cursor.getFirst().longValue();
    var now = sources.now();
    var wanted =
        new Wanted(
            ids.isAny() ? null : now.matching(ids::fits).stream().map(UUID::fromString).toList(),
            schema,
            table,
            change,
            since,
            until,
            before);
    var found = search.newest(wanted, limit + 1);
    var page = found.stream().limit(limit).map(this::entry).toList();
    return new Page(page, found.size() > limit ? Cursor.encode(page.getLast().id()) : null);
  }

  private FeedEntry entry(Found found) {
    return FeedEntry.of(
        found,
        sources
            .now()
            .find(found.dataSourceId().toString())
            .map(source -> source.dbName())
            .orElse(""));
  }
}
