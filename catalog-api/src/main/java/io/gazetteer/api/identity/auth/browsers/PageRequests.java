package io.gazetteer.api.identity.auth.browsers;

import io.gazetteer.api.identity.access.PageRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Fits requests for pages, and all that browsers ask for outside of the API: they learn in HTML
 * that there is nothing.
 */
public final class PageRequests implements RequestMatcher {
  private static final List<PathPattern> PAGES =
      PageRules.ALL.stream()
          .map(rule -> PathPatternParser.defaultInstance.parse(rule.path()))
          .distinct()
          .toList();
  private static final List<String> OF_PROGRAMS =
      List.of("/api", "/.well-known", "/mcp", "/error", "/actuator");

  @Override
  public boolean matches(HttpServletRequest request) {
    var path = path(request);
    return !isOfPrograms(path) && (wantsHtml(request) || isPage(path));
  }

  /** Says whether a problem is to be shown as a page. */
  public static boolean isFromBrowser(HttpServletRequest request) {
    return wantsHtml(request) && !isOfPrograms(path(request));
  }

  private static boolean wantsHtml(HttpServletRequest request) {
    var accepted = request.getHeader("Accept");
    return accepted != null
        && accepted.contains("text/html")
        && !HttpMethod.OPTIONS.matches(request.getMethod());
  }

  private static boolean isPage(String path) {
    var parsed = PathContainer.parsePath(path);
    return PAGES.stream().anyMatch(pattern -> pattern.matches(parsed));
  }

  private static boolean isOfPrograms(String path) {
    return OF_PROGRAMS.stream()
        .anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
  }

  private static String path(HttpServletRequest request) {
    // Decoded: the router reads it in the same way.
    return request.getServletPath();
  }
}
