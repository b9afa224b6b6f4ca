package io.gazetteer.api.pages;

import io.gazetteer.api.identity.access.AccessRule;
import io.gazetteer.api.testing.TestApi;
import java.util.List;
import java.util.UUID;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All routes of pages of the running application. */
final class PageRoutes {
  private PageRoutes() {}

  static List<String> of(TestApi api) {
    return api
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(
            entry ->
                entry
                    .getValue()
                    .getBeanType()
                    .getPackageName()
                    .startsWith("io.gazetteer.api.pages"))
        .flatMap(
            entry ->
                entry.getKey().getMethodsCondition().getMethods().stream()
                    .flatMap(
                        method ->
                            entry.getKey().getPatternValues().stream()
                                .map(path -> method + " " + path)))
        .sorted()
        .toList();
  }

  static String route(AccessRule rule) {
    return rule.method() + " " + rule.path();
  }

  /** A path that leads to a route, with ids of nothing. */
  static String anyPath(AccessRule rule) {
    return rule.path()
        .replaceAll("\\{(id|crawl)}", UUID.randomUUID().toString())
        .replaceAll("\\{[a-z]+}", "nothing");
  }
}
