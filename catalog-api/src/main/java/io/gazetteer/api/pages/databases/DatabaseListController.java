package io.gazetteer.api.pages.databases;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.registration.DataSourceSearch;
import io.gazetteer.api.sources.registration.DataSourceSearch.Order;
import io.gazetteer.api.sources.registration.DataSourceView;
import io.gazetteer.api.sources.registration.DataSourceViews;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.database.DatabasesPage;
import io.gazetteer.pages.database.DatabasesPage.Heading;
import io.gazetteer.pages.database.DatabasesPage.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Lists registered databases. */
@Controller
final class DatabaseListController {
  private static final int AT_ONCE = 50;

  private final Answers answers;
  private final DataSourceSearch search;
  private final DataSourceViews views;
  private final Clock clock;

  DatabaseListController(
      Answers answers, DataSourceSearch search, DataSourceViews views, Clock clock) {
    this.answers = answers;
    this.search = search;
    this.views = views;
    this.clock = clock;
  }

  @GetMapping("/databases")
  ResponseEntity<byte[]> list(Visit visit) {
    var filter = visit.text("filter").strip();
    var order = order(visit.text("sort"));
    int from = visit.text("from").matches("\\d{1,6}") ? Integer.parseInt(visit.text("from")) : 0;
    int all = search.count(filter);
    var found = search.find(filter, order, from, AT_ONCE);
    boolean mayChange = Callers.have(Role.EDITOR);
    var now = clock.instant();
    return answers.of(
        new DatabasesPage(
            visit.frame("Databases", "databases"),
            mayChange,
            filter,
            order.name().toLowerCase(Locale.ROOT),
            note(from, found.size(), all),
            headings(visit, filter, order),
            views.of(found).stream().map(source -> row(visit, source, mayChange, now)).toList(),
            from == 0 ? null : link(visit, filter, order, Math.max(0, from - AT_ONCE)),
            from + found.size() < all ? link(visit, filter, order, from + AT_ONCE) : null));
  }

  private static Order order(String sort) {
    for (Order order : Order.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(sort)) {
        return order;
      }
    }
    return Order.NAME;
  }

  private static String note(int from, int shown, int all) {
    return shown == all || shown == 0
        ? Texts.number(all)
        : "%s to %s of %s"
            .formatted(Texts.number(from + 1), Texts.number(from + shown), Texts.number(all));
  }

  private static List<Heading> headings(Visit visit, String filter, Order order) {
    return List.of(
        heading(visit, filter, order, "Name", Order.NAME),
        new Heading("Kind", null, false),
        heading(visit, filter, order, "Host", Order.HOST),
        new Heading("Tables", null, false),
        new Heading("Columns", null, false),
        heading(visit, filter, order, "State", Order.STATE),
        heading(visit, filter, order, "Last crawl", Order.CRAWL),
        new Heading("Next", null, false));
  }

  private static Heading heading(
      Visit visit, String filter, Order order, String label, Order byThis) {
    return new Heading(label, link(visit, filter, byThis, 0), order == byThis);
  }

  private static String link(Visit visit, String filter, Order order, int from) {
    return visit
        .links()
        .to(
            "databases?filter=%s&sort=%s%s"
                .formatted(
                    Links.encoded(filter),
                    order.name().toLowerCase(Locale.ROOT),
                    from == 0 ? "" : "&from=" + from));
  }

  /**
   * Shows one.
   *
   * @param detailed whether its port may be told
   */
  private static Row row(Visit visit, DataSourceView source, boolean detailed, Instant now) {
    var newest = source.crawl();
    var ended = source.lastCrawl();
    var last = ended == null ? null : ended.finishedAt();
    return new Row(
        source.dbName(),
        visit.links().to("databases/" + source.id()),
        source.dbType().displayName(),
        detailed ? source.hostname() + ":" + source.port() : source.hostname(),
        ended == null ? "" : Texts.number(ended.tablesSeen()),
        ended == null ? "" : Texts.number(ended.columnsSeen()),
        States.of(newest == null ? null : newest.state()),
        last == null ? "" : Texts.ago(last, now),
        next(source, now));
  }

  private static String next(DataSourceView source, Instant now) {
    var next = source.nextCrawlAt();
    if (next == null) {
      return "by hand";
    }
    var when = "in " + Texts.span(Math.max(0, next.getEpochSecond() - now.getEpochSecond()));
    return source.backoff() == null ? when : when + ", backing off";
  }
}
