package io.gazetteer.api.pages.databases;

import io.gazetteer.api.crawls.progress.CrawlDetailsReader;
import io.gazetteer.api.crawls.progress.CrawlReader;
import io.gazetteer.api.crawls.progress.SeenCrawl;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.NoSuchDataSourceException;
import io.gazetteer.api.sources.registration.DataSourceView;
import io.gazetteer.api.sources.registration.DataSourceViews;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.database.DatabasePage;
import io.gazetteer.pages.database.DatabasePage.Actions;
import io.gazetteer.pages.database.DatabasePage.CrawlRow;
import io.gazetteer.pages.database.ReportView;
import io.gazetteer.pages.table.TablePage.Fact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows one registered database with its crawls. Thread safe. */
@Component
final class DatabaseViews {
  private static final int CRAWLS = 20;

  private final DataSources sources;
  private final DataSourceViews views;
  private final CrawlReader crawls;
  private final CrawlDetailsReader details;
  private final Clock clock;

  DatabaseViews(
      DataSources sources,
      DataSourceViews views,
      CrawlReader crawls,
      CrawlDetailsReader details,
      Clock clock) {
    this.sources = sources;
    this.views = views;
    this.crawls = crawls;
    this.details = details;
    this.clock = clock;
  }

  /** Finds a database as the API shows it to editors. */
  DataSourceView find(UUID id) {
    var source = sources.find(id).orElseThrow(NoSuchDataSourceException::new);
    return views.of(List.of(source)).getFirst();
  }

  DatabasePage page(Visit visit, UUID id, @Nullable String notice, @Nullable ReportView report) {
    var view = find(id);
    var now = clock.instant();
    long below =
        visit.text("before").matches("\\d{1,18}")
            ? Long.parseLong(visit.text("before"))
            : Long.MAX_VALUE;
    var older = crawls.page(id, below, CRAWLS + 1);
    var shown = older.stream().limit(CRAWLS).toList();
    boolean mayChange = Callers.current().role().includes(Role.EDITOR);
    var newest = view.crawl();
    var path = "databases/" + id;
    var links = visit.links();
    return new DatabasePage(
        visit.frame(view.dbName(), "databases"),
        view.dbName(),
        view.dbType().displayName(),
        facts(view, mayChange, now),
        new Actions(
            mayChange,
            newest == null || !CrawlParts.isLive(newest),
            links.to(path + "/crawl"),
            links.to(path + "/test"),
            links.to(path + "/edit"),
            links.to(path + "/delete")),
        newest == null ? CrawlParts.none(visit) : CrawlParts.of(visit, details.read(newest.id())),
        notice,
        report,
        shown.stream().map(crawl -> row(visit, SeenCrawl.of(crawl), now)).toList(),
        older.size() > CRAWLS ? links.to(path + "?before=" + shown.getLast().epoch()) : null,
        links.to("search?q=kind%3Atable&db_name=" + Links.encoded(view.dbName())),
        links.to("db/" + id + "/diagram"));
  }

  private static List<Fact> facts(DataSourceView view, boolean detailed, Instant now) {
    var facts = new ArrayList<Fact>();
    facts.add(
        new Fact("Host", detailed ? view.hostname() + ":" + view.port() : view.hostname(), null));
    if (detailed) {
      facts.add(new Fact("User", view.username(), null));
      facts.add(new Fact("TLS", view.tlsMode().jsonName(), null));
      facts.add(new Fact("Schedule", schedule(view), null));
      if (view.maxConnections() != null) {
        facts.add(new Fact("Connections", "at most " + view.maxConnections(), null));
      }
      DatabaseForms.filters(view.filters())
          .forEach(
              (list, patterns) -> {
                if (!patterns.isEmpty()) {
                  facts.add(new Fact(label(list), patterns.replace("\n", ", "), null));
                }
              });
    }
    var next = view.nextCrawlAt();
    if (next != null) {
      long seconds = Math.max(0, next.getEpochSecond() - now.getEpochSecond());
      facts.add(new Fact("Next crawl", "in " + Texts.span(seconds), null));
    }
    var backoff = view.backoff();
    if (backoff != null) {
      facts.add(
          new Fact(
              "Backing off",
              "after %d failed crawls in a row".formatted(backoff.failedCrawls()),
              null));
    }
    facts.add(new Fact("Registered", Texts.ago(view.createdAt(), now), null));
    return facts;
  }

  private static String schedule(DataSourceView view) {
    return view.timeZone().equals("UTC")
        ? view.schedule()
        : view.schedule() + " (" + view.timeZone() + ")";
  }

  private static String label(String list) {
    return switch (list) {
      case "include_schemas" -> "Only schemas";
      case "exclude_schemas" -> "Without schemas";
      case "include_tables" -> "Only tables";
      default -> "Without tables";
    };
  }

  private static CrawlRow row(Visit visit, Crawl crawl, Instant now) {
    var ended = crawl.finishedAt();
    var started = crawl.startedAt();
    var counts = crawl.counts();
    return new CrawlRow(
        visit.links().to(CrawlParts.path(crawl.dataSourceId(), crawl.id())),
        States.of(crawl.state().name()),
        Texts.ago(crawl.createdAt(), now),
        ended == null || started == null
            ? ""
            : Texts.span(Duration.between(started, ended).toSeconds()),
        "%s seen, %s new or changed, %s failed, %s removed"
            .formatted(
                Texts.number(counts.tablesSeen()),
                Texts.number(counts.tablesIndexed()),
                Texts.number(counts.tablesFailed()),
                Texts.number(counts.tablesRemoved())));
  }
}
