package io.gazetteer.api.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The API's description, and a page to read it and to try calls. Both need no token. */
@RestController
final class OpenApiController {
  static final String PATH = "/api/openapi.json";

  /** Its own script and style, calls to this server, and nothing else. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final SingletonSupplier<byte[]> description;

  OpenApiController(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings) {
    description = SingletonSupplier.of(() -> describe(mappings.getObject()));
  }

  private static byte[] describe(RequestMappingHandlerMapping mapping) {
    var routes =
        mapping.getHandlerMethods().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getMethod()));
    return JsonMapper.shared().writeValueAsBytes(ApiDescription.of(routes));
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> description() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(description.obtain());
  }

  @GetMapping(path = "/api/docs", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> page() {
    return file("page.html");
  }

  @GetMapping(path = "/api/docs/page.js", produces = "text/javascript")
  ResponseEntity<byte[]> script() {
    return file("page.js");
  }

  @GetMapping(path = "/api/docs/page.css", produces = "text/css")
  ResponseEntity<byte[]> style() {
    return file("page.css");
  }

  private static ResponseEntity<byte[]> file(String name) {
    try (var in = Objects.requireNonNull(OpenApiController.class.getResourceAsStream(name))) {
      return ResponseEntity.ok()
          .cacheControl(CacheControl.noCache())
          .header("Content-Security-Policy", PAGE_POLICY)
          .body(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
