package io.gazetteer.api.web.input;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses fields that are sent to a route which reads none, as all others refuse unknown ones. */
final class BodilessRoutes implements HandlerInterceptor {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod route
        && request.getDispatcherType() == DispatcherType.REQUEST
        && !READING.contains(request.getMethod())
        && !route.hasMethodAnnotation(ReadsBody.class)
        && !readsFields(route)) {
      var body = RequestBody.of(request);
      if (body.length > 0) {
        var fields = JsonFieldsReader.parse(body);
        fields.refuseOthers(Set.of());
        fields.check();
      }
    }
    return true;
  }

  private static boolean readsFields(HandlerMethod route) {
    return Arrays.stream(route.getMethodParameters())
        .map(MethodParameter::getParameterType)
        .anyMatch(type -> type == JsonFields.class || type == FormFields.class);
  }
}
