package io.gazetteer.api.identity.access;

import io.gazetteer.api.testing.TestApi;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All routes of the API of the running application; pages are not among them. */
final class Routes {
  private Routes() {}

  /**
   * One route.
   *
   * @param method {@code *} for all
   */
  record Route(String method, String path) {
    /** A path that leads there, with ids of nothing. */
    String anyPath() {
      return path.replace("{id}", UUID.randomUUID().toString());
    }

    /** A method that leads there. */
    String anyMethod() {
      return method.equals("*") ? "GET" : method;
    }

    boolean changesSomething() {
      return !Set.of("GET", "*").contains(method);
    }

    AccessRule rule() {
      return AccessRules.find(method, path).orElseThrow();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Route> of(TestApi api) {
    return api
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(route -> !isPage(route.getValue()))
        .map(Map.Entry::getKey)
        .flatMap(Routes::of)
        .distinct()
        .sorted(Comparator.comparing(Route::toString))
        .toList();
  }

  private static boolean isPage(HandlerMethod route) {
    return route.getBeanType().getPackageName().startsWith("io.gazetteer.api.pages");
  }

  private static Stream<Route> of(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    var names = methods.isEmpty() ? List.of("*") : methods.stream().map(Enum::name).toList();
    return names.stream()
        .flatMap(name -> mapping.getPatternValues().stream().map(path -> new Route(name, path)));
  }
}
