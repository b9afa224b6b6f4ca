package io.gazetteer.api.identity.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.api.identity.audit.RepeatableEvents;
import io.gazetteer.api.identity.sessions.PageSessions;
import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.api.web.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds what no request gets to, as long as the router and the choice between pages and API read a
 * path alike: a request that was taken for one of a page, and has been routed to the API.
 */
class AccessGuardIT {
  private final TestApi api = TestApi.shared();
  private final AccessGuard guard = new AccessGuard(api.bean(RepeatableEvents.class));
  private final PageAuthentication pages =
      new PageAuthentication(api.bean(PageSessions.class), api.bean(ProblemWriter.class));
  private final String cookie =
      Browser.of(api, "admin", TestApi.ADMIN_PASSWORD).cookie("gazetteer_session");

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  private void ask(String method, String route) throws Exception {
    var request = new MockHttpServletRequest(method, "/");
    request.setCookies(new Cookie("gazetteer_session", cookie));
    request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, route);
    FilterChain guarded =
        (asked, answer) ->
            guard.preHandle(
                (HttpServletRequest) asked,
                (HttpServletResponse) Objects.requireNonNull(answer),
                this);
    pages.doFilter(request, new MockHttpServletResponse(), guarded);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/auth/me",
    "GET, /api/search",
    "GET, /api/users",
    "POST, /api/tokens",
    "DELETE, /api/users/{id}",
    "POST, /mcp"
  })
  void aCookieCallsNoRouteOfTheApiHoweverItWasFound(String method, String route) {
    assertThatThrownBy(() -> ask(method, route))
        .isInstanceOf(Problem.class)
        .extracting(problem -> ((Problem) problem).code())
        .isEqualTo(ProblemCode.UNAUTHORIZED);
  }

  @Test
  void aCookieCallsPages() {
    assertThatCode(() -> ask("GET", "/admin")).doesNotThrowAnyException();
  }
}
