package io.gazetteer.api.pages.changes;

import io.gazetteer.api.crawls.changes.ChangeSearch;
import io.gazetteer.api.crawls.changes.ChangeSearch.Found;
import io.gazetteer.api.crawls.changes.ChangeSearch.Wanted;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.ChangeTexts;
import io.gazetteer.api.pages.DiffTexts;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Times;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.schema.feed.Feed;
import io.gazetteer.api.schema.feed.FeedEntry;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.DataSourceSnapshot;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.change.ChangesPage;
import io.gazetteer.pages.change.ChangesPage.ChangeLine;
import io.gazetteer.pages.change.ChangesPage.CrawlView;
import io.gazetteer.pages.change.ChangesPage.Filters;
import io.gazetteer.pages.change.ChangesPage.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what changed, over all databases. */
@Controller
final class ChangesController {
  private static final int AT_ONCE = 100;

  /** The words for changes, as docs/changes.md has them. */
  private static final List<String> KINDS =
      List.of(
          "table_added",
          "table_removed",
          "table_renamed",
          "table_kind_changed",
          "table_comment_changed",
          "view_definition_changed",
          "partition_key_changed",
          "partition_parent_changed",
          "column_added",
          "column_removed",
          "column_renamed",
          "column_type_changed",
          "column_enum_values_changed",
          "column_nullability_changed",
          "column_default_changed",
          "column_generation_changed",
          "column_identity_changed",
          "column_comment_changed",
          "primary_key_changed",
          "unique_constraint_added",
          "unique_constraint_removed",
          "unique_constraint_changed",
          "foreign_key_added",
          "foreign_key_removed",
          "foreign_key_changed",
          "index_added",
          "index_removed",
          "index_changed",
          "check_constraint_added",
          "check_constraint_removed",
          "check_constraint_changed");

  /** Before these the table was not there under its name, or what it was is not kept. */
  private static final Set<String> NO_PAST =
      Set.of("table_added", "table_removed", "table_renamed");

  private final Answers answers;
  private final ChangeSearch search;
  private final DataSourceDirectory directory;
  private final Clock clock;

  ChangesController(
      Answers answers, ChangeSearch search, DataSourceDirectory directory, Clock clock) {
    this.answers = answers;
    this.search = search;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping("/changes")
  ResponseEntity<byte[]> changes(Visit visit) {
    var filters = filters(visit);
    var sources = directory.now();
    var found = found(visit, filters, sources, AT_ONCE + 1);
    var shown = found.stream().limit(AT_ONCE).toList();
    boolean isFiltered = !filters.equals(new Filters("", "", "", "", "", ""));
    var query = query(filters);
    return answers.of(
        new ChangesPage(
            visit.frame("Changes", "changes"),
            filters,
            KINDS.stream().map(kind -> new Kind(kind, ChangeTexts.what(kind))).toList(),
            complaint(filters, sources),
            crawls(visit, shown, sources),
            found.size() > AT_ONCE
                ? visit
                    .links()
                    .to(
                        "changes?%s&before=%d"
                            .formatted(query, shown.getLast().change().position().id()))
                : null,
            isFiltered ? visit.links().to("changes") : null,
            visit.links().to("changes.atom?" + query),
            visit.links().to("changes.json?" + query)));
  }

  @GetMapping("/changes.atom")
  ResponseEntity<byte[]> atom(Visit visit) {
    return answer(MediaType.APPLICATION_ATOM_XML, feed(visit).atom());
  }

  @GetMapping("/changes.json")
  ResponseEntity<byte[]> jsonFeed(Visit visit) {
    return answer(MediaType.parseMediaType("application/feed+json"), feed(visit).json());
  }

  private Feed feed(Visit visit) {
    var sources = directory.now();
    var entries = new ArrayList<FeedEntry>();
    for (Found one : found(visit, filters(visit), sources, AT_ONCE)) {
      sources
          .find(one.dataSourceId().toString())
          .ifPresent(source -> entries.add(FeedEntry.of(one, source.dbName())));
    }
    return new Feed("Gazetteer: changes", "./", entries);
  }

  private static ResponseEntity<byte[]> answer(MediaType type, String text) {
    return ResponseEntity.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Filters filters(Visit visit) {
    return new Filters(
        visit.text("db").strip(),
        visit.text("schema").strip(),
        visit.text("table").strip(),
        visit.text("change"),
        visit.text("since"),
        visit.text("until"));
  }

  private List<Found> found(Visit visit, Filters filters, DataSourceSnapshot sources, int most) {
    var ids = ids(filters.database(), sources);
    return ids != null && ids.isEmpty()
        ? List.of()
        : search.newest(wanted(filters, ids, visit.text("before")), most);
  }

  private static @Nullable String complaint(Filters filters, DataSourceSnapshot sources) {
    var wrong = Times.complaint(filters.since(), filters.until());
    if (wrong != null) {
      return wrong;
    }
    var ids = ids(filters.database(), sources);
    return ids != null && ids.isEmpty()
        ? "No registered database has this name. A * stands for any characters."
        : null;
  }

  private static @Nullable List<UUID> ids(String database, DataSourceSnapshot sources) {
    return database.isEmpty()
        ? null
        : sources.named(database).stream().map(UUID::fromString).toList();
  }

  private static Wanted wanted(Filters filters, @Nullable List<UUID> ids, String before) {
    return new Wanted(
        ids,
        orNull(filters.schema()),
        orNull(filters.table()),
        orNull(filters.change()),
        Times.read(filters.since()).orElse(null),
        Times.read(filters.until()).orElse(null),
        before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() || text.indexOf('\0') >= 0 ? null : text;
  }

  private static String query(Filters filters) {
    return "db=%s&schema=%s&table=%s&change=%s&since=%s&until=%s"
        .formatted(
            Links.encoded(filters.database()),
            Links.encoded(filters.schema()),
            Links.encoded(filters.table()),
            Links.encoded(filters.change()),
            Links.encoded(filters.since()),
            Links.encoded(filters.until()));
  }

  private List<CrawlView> crawls(Visit visit, List<Found> found, DataSourceSnapshot sources) {
    var byCrawl = new LinkedHashMap<UUID, List<Found>>();
    found.forEach(
        one -> byCrawl.computeIfAbsent(one.change().crawlId(), none -> new ArrayList<>()).add(one));
    var paths = new TablePath(sources);
    var views = new ArrayList<CrawlView>();
    byCrawl.forEach(
        (crawl, changes) -> {
          var first = changes.getFirst();
          sources
              .find(first.dataSourceId().toString())
              .ifPresent(
                  source ->
                      views.add(
                          new CrawlView(
                              source.dbName(),
                              visit.links().to("databases/" + source.id() + "/crawls/" + crawl),
                              Texts.ago(first.change().at(), clock.instant()),
                              changes.stream()
                                  .map(change -> line(visit, source.dbName(), change, paths))
                                  .toList())));
        });
    return views;
  }

  private static ChangeLine line(Visit visit, String dbName, Found found, TablePath paths) {
    var change = found.change();
    var kind = change.change();
    var diff = DiffTexts.of(ChangeTexts.value(change.before()), ChangeTexts.value(change.after()));
    return new ChangeLine(
        change.schema() + "." + change.table(),
        visit
            .links()
            .to(paths.of(found.dataSourceId().toString(), dbName, change.schema(), change.table())),
        NO_PAST.contains(kind)
            ? null
            : visit
                .links()
                .to(
                    "past?db=%s&schema=%s&table=%s&as_of=%s"
                        .formatted(
                            Links.encoded(paths.name(found.dataSourceId().toString(), dbName)),
                            Links.encoded(change.schema()),
                            Links.encoded(change.table()),
                            Links.encoded(Times.write(change.at())))),
        change.column(),
        ChangeTexts.what(kind),
        kind.endsWith("_added") ? "added" : kind.endsWith("_removed") ? "removed" : "changed",
        diff.before(),
        diff.after());
  }
}
