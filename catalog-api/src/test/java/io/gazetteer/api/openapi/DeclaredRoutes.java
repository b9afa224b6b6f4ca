package io.gazetteer.api.openapi;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes as the controllers declare them, without a running application. */
final class DeclaredRoutes extends RequestMappingHandlerMapping {
  static Map<RequestMappingInfo, Method> all() {
    var mapping = new DeclaredRoutes();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    var routes = new HashMap<RequestMappingInfo, Method>();
    for (var bean : scanner.findCandidateComponents("io.gazetteer.api")) {
      var type = ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null);
      MethodIntrospector.selectMethods(
              type,
              (MethodIntrospector.MetadataLookup<RequestMappingInfo>)
                  method -> mapping.getMappingForMethod(method, type))
          .forEach((method, info) -> routes.put(info, method));
    }
    return routes;
  }
}
