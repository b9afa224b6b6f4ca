package io.gazetteer.api.pages.search;

import io.gazetteer.api.crawls.changes.ChangeSearch;
import io.gazetteer.api.crawls.changes.ChangeSearch.Found;
import io.gazetteer.api.crawls.changes.ChangeSearch.Wanted;
import io.gazetteer.api.crawls.progress.CrawlReader;
import io.gazetteer.api.crawls.progress.SeenCrawl;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.pages.ChangeTexts;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.DataSourceSnapshot;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.search.SearchPage.Change;
import io.gazetteer.pages.search.SearchPage.Example;
import io.gazetteer.pages.search.SearchPage.Start;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the first page has below its box. Thread safe. */
@Component
final class StartViews {
  private static final int CRAWLS = 6;
  private static final int CHANGES = 6;

  private final DataSourceDirectory directory;
  private final CrawlReader crawls;
  private final ChangeSearch changes;
  private final Clock clock;

  StartViews(DataSourceDirectory directory, CrawlReader crawls, ChangeSearch changes, Clock clock) {
    this.directory = directory;
    this.crawls = crawls;
    this.changes = changes;
    this.clock = clock;
  }

  Start of(Visit visit) {
    var sources = directory.now();
    int databases = sources.matching(source -> true).size();
    return new Start(
        databases == 0,
        Callers.current().role().includes(Role.EDITOR),
        databases == 0 ? "" : Texts.count(databases, "database", "databases"),
        crawls.lastEnded(CRAWLS).stream()
            .map(SeenCrawl::of)
            .flatMap(crawl -> crawl(crawl, sources, visit.links()).stream())
            .toList(),
        changes.newest(Wanted.ALL, CHANGES).stream()
            .flatMap(change -> change(change, sources, visit.links()).stream())
            .toList(),
        examples(visit.links()));
  }

  private Optional<Change> change(Found found, DataSourceSnapshot sources, Links links) {
    var change = found.change();
    var column = change.column() == null ? "" : " " + change.column();
    return sources
        .find(found.dataSourceId().toString())
        .map(
            source ->
                new Change(
                    change.table(),
                    ChangeTexts.what(change.change()) + column,
                    Texts.ago(change.at(), clock.instant()),
                    links.to(
                        new TablePath(sources)
                            .of(
                                source.id().toString(),
                                source.dbName(),
                                change.schema(),
                                change.table()))));
  }

  private Optional<Change> crawl(Crawl crawl, DataSourceSnapshot sources, Links links) {
    var ended = crawl.finishedAt();
    return sources
        .find(crawl.dataSourceId().toString())
        .filter(source -> ended != null)
        .map(
            source ->
                new Change(
                    source.dbName(),
                    what(crawl),
                    ended == null ? "" : Texts.ago(ended, clock.instant()),
                    links.to("databases/" + source.id())));
  }

  private static String what(Crawl crawl) {
    var counts = crawl.counts();
    return switch (crawl.state()) {
      case SUCCEEDED ->
          counts.tablesIndexed() + counts.tablesRemoved() == 0
              ? "unchanged"
              : Texts.count(counts.tablesIndexed(), "table", "tables")
                  + " new or changed"
                  + (counts.tablesRemoved() == 0
                      ? ""
                      : ", " + Texts.number(counts.tablesRemoved()) + " gone");
      case PARTIAL -> Texts.count(counts.tablesFailed(), "table", "tables") + " could not be read";
      case HELD -> "waits for someone to confirm";
      case FAILED -> "could not be read";
      default -> "cancelled";
    };
  }

  private static List<Example> examples(Links links) {
    return List.of(
        example("Where do we keep the addresses of customers?", "a question, for tables", links),
        example("customer email", "words, in any order and form", links),
        example("type:time created", "columns of a type", links),
        example("kind:view orders", "views only", links),
        example("is:pk schema:sales", "primary keys of a schema", links),
        example("\"order_id\"", "a name as it stands", links));
  }

  private static Example example(String query, String meaning, Links links) {
    return new Example(query, meaning, links.to(SearchUrl.of(query).path()));
  }
}
