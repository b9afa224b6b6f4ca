package io.gazetteer.api.pages;

import io.gazetteer.pages.StaticFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller's {@link Visit} parameter the request. */
final class VisitReader implements HandlerMethodArgumentResolver {
  private final StaticFiles files;

  VisitReader(StaticFiles files) {
    this.files = files;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Visit.class;
  }

  @Override
  public Visit resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    return new Visit(
        Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class)), files);
  }
}
