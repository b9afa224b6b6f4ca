package io.gazetteer.api.openapi;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.MediaType;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes as the controllers declare them, without a running application. */
final class DeclaredRoutes extends RequestMappingHandlerMapping {
  /**
   * One handler of a route; a route has one for each media type that it answers with.
   *
   * @param produces empty when it is not declared
   */
  record Handler(
      String verb, String path, boolean takesBody, List<MediaType> produces, Method method) {
    boolean reads(Class<?> argument) {
      return List.of(method.getParameterTypes()).contains(argument);
    }

    /** The route, for example {@code GET /api/search}. */
    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  static List<Handler> all() {
    var mapping = new DeclaredRoutes();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    var handlers = new ArrayList<Handler>();
    for (var bean : scanner.findCandidateComponents("io.gazetteer.api")) {
      var type = ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null);
      MethodIntrospector.selectMethods(
              type,
              (MethodIntrospector.MetadataLookup<RequestMappingInfo>)
                  method -> mapping.getMappingForMethod(method, type))
          .forEach((method, info) -> handlers.addAll(handlers(info, method)));
    }
    handlers.sort(Comparator.comparing(Handler::toString));
    return handlers;
  }

  private static List<Handler> handlers(RequestMappingInfo info, Method method) {
    boolean takesBody = !info.getConsumesCondition().isEmpty();
    var produces = List.copyOf(info.getProducesCondition().getProducibleMediaTypes());
    return info.getMethodsCondition().getMethods().stream()
        .map(RequestMethod::name)
        .flatMap(
            verb ->
                info.getPatternValues().stream()
                    .map(path -> new Handler(verb, path, takesBody, produces, method)))
        .toList();
  }
}
