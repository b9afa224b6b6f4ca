package io.gazetteer.api.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.webjars.WebJarVersionLocator;

/**
 * This controller answers with the API's description, which is {@code docs/openapi.json}, and with
 * a page that shows it and tries calls: Swagger UI. All of it needs no token.
 */
@RestController
final class OpenApiController {
  /**
   * The page may load its own scripts and styles and the pictures inside of these styles, may call
   * this server, and nothing else.
   */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final WebJarVersionLocator libraries = new WebJarVersionLocator();

  @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> description() {
    return answer().body(read("openapi.json"));
  }

  @GetMapping(path = "/api/docs", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> page() {
    return answer().header("Content-Security-Policy", PAGE_POLICY).body(read("page.html"));
  }

  @GetMapping(path = "/api/docs/page.js", produces = "text/javascript")
  ResponseEntity<byte[]> script() {
    return answer().body(read("page.js"));
  }

  @GetMapping(path = "/api/docs/page.css", produces = "text/css")
  ResponseEntity<byte[]> style() {
    return answer().body(read("page.css"));
  }

  @GetMapping(path = "/api/docs/swagger-ui-bundle.js", produces = "text/javascript")
  ResponseEntity<byte[]> libraryScript() {
    return answer().body(readOfLibrary("swagger-ui-bundle.js"));
  }

  @GetMapping(path = "/api/docs/swagger-ui.css", produces = "text/css")
  ResponseEntity<byte[]> libraryStyle() {
    return answer().body(readOfLibrary("swagger-ui.css"));
  }

  private static ResponseEntity.BodyBuilder answer() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache());
  }

  private byte[] readOfLibrary(String name) {
    return read("/" + libraries.fullPath("swagger-ui", name));
  }

  private static byte[] read(String resource) {
    try (var in =
        Objects.requireNonNull(OpenApiController.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
