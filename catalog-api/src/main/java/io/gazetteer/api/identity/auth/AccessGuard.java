package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.AccessRule;
import io.gazetteer.api.identity.access.AccessRules;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.PageRules;
import io.gazetteer.api.identity.audit.RepeatableEvents;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds the {@link AccessRules}, before a controller or anything that reads for it runs. It goes by
 * the route that was found, not by the path that was sent: however a path is spelled, the rule is
 * that of the controller it leads to.
 */
final class AccessGuard implements HandlerInterceptor {
  private static final Logger log = LoggerFactory.getLogger(AccessGuard.class);

  private final RepeatableEvents events;

  AccessGuard(RepeatableEvents events) {
    this.events = events;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (HttpMethod.OPTIONS.matches(request.getMethod())) {
      // No page of another origin may call, so there is nothing to say.
      throw new Problem(ProblemCode.METHOD_NOT_ALLOWED, "The method OPTIONS is not allowed here");
    }
    var route =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    var rule = AccessRules.find(request.getMethod(), route).orElseThrow(() -> unknown(route));
    if (!rule.isOpen()) {
      if (PageAuthentication.wasFor(request) && !PageRules.ALL.contains(rule)) {
        // However the path was spelled, a cookie calls no route of the API.
        throw new Problem(ProblemCode.UNAUTHORIZED, "The API takes no cookie");
      }
      check(rule);
    }
    return true;
  }

  private static Problem unknown(String route) {
    log.error("The route {} has no rule: nobody may use it", route);
    return new Problem(ProblemCode.FORBIDDEN, "You may not do this");
  }

  private void check(AccessRule rule) {
    var caller =
        Callers.find()
            .orElseThrow(() -> new Problem(ProblemCode.UNAUTHORIZED, "Sign in to see this"));
    if (!rule.allows(caller)) {
      events.record(
          "call_refused",
          rule.method() + " " + rule.path(),
          Map.of("role", caller.role().jsonName()));
      throw new Problem(
          ProblemCode.FORBIDDEN,
          rule.personal()
              ? "This needs someone who has logged in, not an API token"
              : "This needs the role " + rule.least());
    }
  }
}
