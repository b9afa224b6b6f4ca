package io.gazetteer.api.pages;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.auth.browsers.PageRequests;
import io.gazetteer.api.web.RequestIdFilter;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.api.web.problems.ProblemPage;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.StaticFiles;
import io.gazetteer.pages.entry.ErrorPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Shows problems to people: those who have not signed in get to that page first. */
@Component
final class ProblemPages implements ProblemPage {
  private final Answers answers;
  private final StaticFiles files;

  ProblemPages(Answers answers, StaticFiles files) {
    this.answers = answers;
    this.files = files;
  }

  @Override
  public boolean show(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!PageRequests.isFromBrowser(request)) {
      return false;
    }
    var visit = new Visit(request, files);
    response.setHeader("Content-Security-Policy", Answers.POLICY);
    response.setHeader("Referrer-Policy", Answers.REFERRERS);
    if (problem.code() == ProblemCode.UNAUTHORIZED && Callers.find().isEmpty()) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, visit.links().to("sign-in" + next(request)));
      return true;
    }
    response.setContentType(Answers.HTML.toString());
    response.getOutputStream().write(answers.render(page(problem, visit)));
    return true;
  }

  /** Names the page to come back to, when it can be asked for again. */
  private static String next(HttpServletRequest request) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    var page = (path + query).substring(1);
    return HttpMethod.GET.matches(request.getMethod()) && !page.isEmpty()
        ? "?next=" + Links.encoded(page)
        : "";
  }

  private static ErrorPage page(Problem problem, Visit visit) {
    var message = String.valueOf(problem.getMessage());
    return new ErrorPage(
        visit.frame(problem.code().title(), ""),
        problem.code().title(),
        message.endsWith(".") ? message : message + ".",
        advice(problem.code()),
        problem.code().jsonName(),
        RequestIdFilter.of(visit.request()));
  }

  private static String advice(ProblemCode code) {
    return switch (code) {
      case UNAVAILABLE ->
          "Load the page again in a moment. An administrator finds more in the log.";
      case REQUEST_TIMEOUT -> "Go back, and send it again.";
      case TOO_MANY_REQUESTS -> "Wait a moment, and load the page again.";
      case INTERNAL_ERROR -> "Load the page again. An administrator finds the request in the log.";
      case FORBIDDEN -> "Ask an administrator when you need this.";
      default -> "";
    };
  }
}
