package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.web.FormFields;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Takes no form that is not from a page of ours, before its controller runs. */
final class FormGuard implements HandlerInterceptor {
  /** The field that every form has. */
  static final String FIELD = "csrf";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod route && readsForm(route)) {
      var token = FormFields.of(request).text(FIELD);
      // Someone who is signed in has a secret cookie: one that others may have set counts for
      // nothing.
      boolean ours =
          Callers.find()
              .flatMap(caller -> PageCookies.session(request))
              .or(() -> PageCookies.visitor(request))
              .filter(cookie -> FormTokens.fits(token, cookie))
              .isPresent();
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
