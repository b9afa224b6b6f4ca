package io.gazetteer.api.pages.search;

import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.search.CatalogSearch;
import io.gazetteer.api.search.SearchAnswer;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.web.problems.FieldError;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.MarkedText;
import io.gazetteer.pages.search.SearchPage;
import io.gazetteer.pages.search.SearchPage.Correction;
import io.gazetteer.pages.search.SearchPage.Mistake;
import io.gazetteer.pages.search.SearchPage.Results;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page, and the page of hits. */
@Controller
final class SearchPageController {
  private final Answers answers;
  private final CatalogSearch search;
  private final DataSourceDirectory sources;
  private final StartViews starts;
  private final JoinViews joins;

  SearchPageController(
      Answers answers,
      CatalogSearch search,
      DataSourceDirectory sources,
      StartViews starts,
      JoinViews joins) {
    this.answers = answers;
    this.search = search;
    this.sources = sources;
    this.starts = starts;
    this.joins = joins;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> start(Visit visit) {
    return answers.of(
        new SearchPage(
            visit.frame("Search", "search"),
            "",
            List.of(),
            List.of(),
            null,
            null,
            starts.of(visit)));
  }

  @GetMapping("/search")
  ResponseEntity<byte[]> hits(Visit visit) {
    var url = SearchUrl.of(visit.request().getParameterMap());
    if (url.text().isBlank()) {
      return answers.goTo(visit, "");
    }
    try {
      var found = search.page(visit.parameters(SearchUrl.KNOWN));
      return answers.of(page(visit, url, null, results(visit, url, found)));
    } catch (Problem e) {
      var mistake = mistake(url.text(), e);
      if (mistake == null) {
        throw e;
      }
      return answers.of(page(visit, url, mistake, null), HttpStatus.BAD_REQUEST);
    }
  }

  private SearchPage page(
      Visit visit, SearchUrl url, @Nullable Mistake mistake, @Nullable Results results) {
    return new SearchPage(
        visit.frame(url.text(), "search"),
        url.text(),
        url.parameters(),
        new FacetViews(url, visit.links(), sources.now()).chips(),
        mistake,
        results,
        null);
  }

  private Results results(Visit visit, SearchUrl url, SearchAnswer found) {
    var links = visit.links();
    var now = sources.now();
    var paths = new TablePath(now);
    var hits = new HitViews(url, links, paths);
    var said = new SaidOfText(url, links);
    boolean isFirst = visit.text(SearchUrl.CURSOR).isEmpty();
    var next = found.nextCursor();
    return new Results(
        count(found.total()),
        "in " + found.tookMs() + " ms",
        found.hits().stream().map(hits::of).toList(),
        new FacetViews(url, links, now).of(found, search),
        correction(url, found, links),
        said.reading(found),
        said.notes(found),
        isFirst ? joins.of(found, links, paths) : List.of(),
        next == null ? null : links.to(url.pageBehind(next)),
        isFirst ? null : links.to(url.path()),
        links.to(url.path("search.csv")),
        links.to(url.path("search.jsonl")));
  }

  private static String count(SearchAnswer.Total total) {
    var hits = Texts.count(total.value(), "hit", "hits");
    return total.relation().equals("gte") ? "More than " + hits : hits;
  }

  private static @Nullable Correction correction(SearchUrl url, SearchAnswer found, Links links) {
    var meant = found.didYouMean();
    return meant == null
        ? null
        : new Correction(
            url.text(),
            meant,
            links.to(url.withText(meant).path()),
            links.to(url.withText('"' + url.text().replace("\"", "") + '"').path()));
  }

  private static @Nullable Mistake mistake(String text, Problem problem) {
    return problem.code() == ProblemCode.QUERY_MISTAKE && !problem.errors().isEmpty()
        ? mistake(text, problem.errors().getFirst())
        : null;
  }

  private static Mistake mistake(String text, FieldError error) {
    var position = error.position();
    int start = position == null ? 0 : Math.min(position, text.length());
    // A mistake at the very end is marked as a blank there.
    var shown = start == text.length() ? text + " " : text;
    int end = shown.offsetByCodePoints(start, 1);
    return new Mistake(
        MarkedText.of(shown, List.of(new MarkedText.Range(start, end))),
        SaidOfText.sentence(error.message()),
        error.hint() == null ? "" : SaidOfText.sentence(error.hint()));
  }
}
