package io.gazetteer.api.identity.auth.browsers;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Takes no form that is not from a page of ours, before its controller runs. */
public final class FormGuard implements HandlerInterceptor {
  /** The field that every form has. */
  static final String FIELD = "csrf";

  /** Pages for people who have not signed in, whose form may be older than their session. */
  private static final Set<String> ENTRIES = Set.of("/sign-in", "/welcome");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod route && readsForm(route)) {
      var token = FormFields.of(request).text(FIELD);
      // Someone who is signed in has a secret cookie: one that others may have set counts for
      // nothing.
      boolean isVisitor = Callers.find().isEmpty() || ENTRIES.contains(request.getServletPath());
      boolean ours =
          Stream.of(
                  PageCookies.session(request),
                  isVisitor ? PageCookies.visitor(request) : Optional.<String>empty())
              .flatMap(Optional::stream)
              .anyMatch(cookie -> FormTokens.fits(token, cookie));
      if (!ours) {
        throw new Problem(
            ProblemCode.FORBIDDEN, "This form is no longer good. Load the page again");
      }
    }
    return true;
  }

  private static boolean readsForm(HandlerMethod route) {
    return Arrays.stream(route.getMethodParameters())
        .map(MethodParameter::getParameterType)
        .anyMatch(FormFields.class::equals);
  }
}
