package io.gazetteer.api.openapi;

import io.gazetteer.api.openapi.Operations.Handler;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the OpenAPI document. */
final class ApiDescription {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Words words = new Words();
  private final ObjectNode document = JSON.createObjectNode();

  private ApiDescription() {}

  /**
   * The document of these routes; the same for the same routes, whatever their order.
   *
   * @throws IllegalStateException when words about a part of it are missing, or about none
   */
  static ObjectNode of(Map<RequestMappingInfo, Method> routes) {
    return new ApiDescription().describe(routes);
  }

  private ObjectNode describe(Map<RequestMappingInfo, Method> routes) {
    document.put("openapi", "3.1.0");
    document.setAll((ObjectNode) words.general());
    var paths = document.putObject("paths");
    var components = document.putObject("components");
    var all = components.putObject("schemas");
    var schemas = new Schemas(words, all);
    Shapes.ALL.forEach(schemas::reference);
    words.schemas().properties().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
    var common = components.putObject("responses");
    var operations = new Operations(words, schemas, new Problems(common));
    routes.entrySet().stream()
        .flatMap(entry -> handlers(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(Handler::path)
                .thenComparing(Handler::verb)
                .thenComparing(Handler::produces))
        .forEach(
            handler ->
                operations.describe(
                    handler,
                    paths
                        .withObjectProperty(handler.path())
                        .withObjectProperty(handler.verb().toLowerCase(Locale.ROOT))));
    sort(all);
    sort(common);
    components.set("securitySchemes", scheme());
    document.putArray("security").addObject().putArray("token");
    if (!words.unused().isEmpty()) {
      throw new IllegalStateException("Described, and not there: " + words.unused());
    }
    return document;
  }

  private static void sort(ObjectNode schemas) {
    var sorted = new TreeMap<String, JsonNode>();
    schemas.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    schemas.removeAll();
    sorted.forEach(schemas::set);
  }

  private static ObjectNode scheme() {
    var schemes = JSON.createObjectNode();
    schemes
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "An access token of a login, or an API token.");
    return schemes;
  }

  /** What the web server does with errors is no route. */
  private static Stream<Handler> handlers(RequestMappingInfo mapping, Method method) {
    var produces =
        mapping.getProducesCondition().getProducibleMediaTypes().stream()
            .map(Object::toString)
            .findFirst()
            .orElse("");
    boolean takesBody = !mapping.getConsumesCondition().isEmpty();
    return mapping.getMethodsCondition().getMethods().stream()
        .flatMap(
            verb ->
                mapping.getPatternValues().stream()
                    .map(path -> new Handler(verb.name(), path, takesBody, produces, method)));
  }
}
