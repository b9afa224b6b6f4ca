package io.gazetteer.api.pages.databases;

import io.gazetteer.api.crawls.progress.CrawlDetails;
import io.gazetteer.api.crawls.progress.CrawlProgress;
import io.gazetteer.api.crawls.progress.CrawlView;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.pages.database.CrawlPart;
import io.gazetteer.pages.database.CrawlPart.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows crawls as they are now. */
final class CrawlParts {
  private CrawlParts() {}

  static CrawlPart none(Visit visit) {
    return new CrawlPart(
        visit.links(),
        "",
        null,
        States.of(null),
        "No crawl has begun.",
        null,
        List.of(),
        null,
        "",
        null,
        null,
        "");
  }

  static CrawlPart of(Visit visit, CrawlDetails details) {
    var crawl = details.crawl();
    boolean live = isLive(crawl);
    boolean mayDecide =
        Callers.find().filter(caller -> caller.role().includes(Role.EDITOR)).isPresent();
    var path = path(crawl.dataSourceId(), crawl.id());
    var error = crawl.error();
    return new CrawlPart(
        visit.links(),
        visit.frame("", "").csrf(),
        live ? visit.links().to(path + "/live") : null,
        States.of(crawl.state()),
        States.phase(crawl.state()),
        live ? percent(details.progress()) : null,
        live ? figures(details.progress()) : counts(crawl),
        error == null || crawl.state().equals("HELD")
            ? null
            : sentence(error.message(), error.code()),
        advice(crawl),
        live && mayDecide ? visit.links().to(path + "/cancel") : null,
        crawl.state().equals("HELD") && mayDecide ? visit.links().to(path + "/confirm") : null,
        visit.links().to(path));
  }

  static String path(UUID dataSourceId, UUID crawlId) {
    return "databases/" + dataSourceId + "/crawls/" + crawlId;
  }

  static boolean isLive(CrawlView crawl) {
    return List.of("PENDING", "PLANNING", "RUNNING", "FINISHING").contains(crawl.state());
  }

  private static @Nullable Integer percent(CrawlProgress progress) {
    var total = progress.columnsTotal();
    if (total == null) {
      return null;
    }
    return total == 0 ? 100 : (int) Math.min(100, 100 * progress.columnsDone() / total);
  }

  private static List<Figure> figures(CrawlProgress progress) {
    var figures = new ArrayList<Figure>();
    figures.add(new Figure("Tables", of(progress.tablesDone(), progress.tablesTotal())));
    figures.add(new Figure("Columns", of(progress.columnsDone(), progress.columnsTotal())));
    if (progress.tablesPerSecond() != null && progress.columnsPerSecond() != null) {
      figures.add(
          new Figure(
              "A second",
              "%s tables, %s columns"
                  .formatted(
                      Texts.number(Math.round(progress.tablesPerSecond())),
                      Texts.number(Math.round(progress.columnsPerSecond())))));
    }
    if (progress.remainingSeconds() != null && progress.remainingSeconds() > 0) {
      figures.add(new Figure("Left", "about " + Texts.span(progress.remainingSeconds())));
    }
    return figures;
  }

  private static String of(long done, @Nullable Long total) {
    return total == null ? Texts.number(done) : Texts.number(done) + " of " + Texts.number(total);
  }

  private static List<Figure> counts(CrawlView crawl) {
    return List.of(
        new Figure("Seen", Texts.number(crawl.tablesSeen())),
        new Figure("New or changed", Texts.number(crawl.tablesIndexed())),
        new Figure("Unchanged", Texts.number(crawl.tablesUnchanged())),
        new Figure("Excluded", Texts.number(crawl.tablesExcluded())),
        new Figure("Failed", Texts.number(crawl.tablesFailed())),
        new Figure("Removed", Texts.number(crawl.tablesRemoved())));
  }

  private static String sentence(String message, String code) {
    return (message.endsWith(".") ? message : message + ".") + " Code " + code + ".";
  }

  private static String advice(CrawlView crawl) {
    var error = crawl.error();
    if (crawl.state().equals("HELD")) {
      return (error == null ? "It would remove many tables" : error.message().split(":", 2)[0])
          + ". Look at the account, then remove what is gone, or find out why the user sees less.";
    }
    return error == null ? "" : advice(error.code());
  }

  /** Says what to do about an error. */
  static String advice(String code) {
    return switch (code) {
      case "unreachable", "host_not_found", "connection_refused", "timeout" ->
          "Check host and port, and that the workers may reach them.";
      case "authentication_failed" -> "Edit the database, and type user and password again.";
      case "permission_denied" ->
          "Test the connection: the test shows the rights that are missing.";
      case "database_not_found" -> "Check the name of the database.";
      case "secret_unreadable" -> "Edit the database, and type the password again.";
      case "too_many_connections" -> "The next crawl tries again.";
      default -> "";
    };
  }
}
