package io.gazetteer.api.openapi;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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

  private static final String FILES = "{docs}";
  private static final String GZIP = "gzip";

  /** Finds gzip among the codings that are accepted, but not with the weight 0. */
  private static final Pattern TAKES_GZIP =
      Pattern.compile("(?:^|,)\\s*gzip\\s*(?:$|,|;\\s*q=(?:1|0\\.0*[1-9]))");

  private final Map<String, Document> documents = new ConcurrentHashMap<>();

  /**
   * The page without and with a slash at its end, from where its files have different addresses.
   */
  private final Document beside = Document.read("page.html").with(FILES, "docs");

  private final Document below = Document.read("page.html").with(FILES, ".");

  private final WebJarVersionLocator libraries = new WebJarVersionLocator();

  @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> description(HttpServletRequest request) {
    return answer("openapi.json", request, ResponseEntity.ok());
  }

  @GetMapping(path = "/api/docs", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> page(HttpServletRequest request) {
    var page = ResponseEntity.ok().header("Content-Security-Policy", PAGE_POLICY);
    return answer(asTyped(request).endsWith("/") ? below : beside, request, page);
  }

  /** Returns the path as the browser knows it: filters hide the slash at its end. */
  private static String asTyped(HttpServletRequest request) {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper) {
      inner = wrapper.getRequest();
    }
    return inner instanceof HttpServletRequest first
        ? first.getRequestURI()
        : request.getRequestURI();
  }

  @GetMapping(path = "/api/docs/page.js", produces = "text/javascript")
  ResponseEntity<byte[]> script(HttpServletRequest request) {
    return answer("page.js", request, ResponseEntity.ok());
  }

  @GetMapping(path = "/api/docs/page.css", produces = "text/css")
  ResponseEntity<byte[]> style(HttpServletRequest request) {
    return answer("page.css", request, ResponseEntity.ok());
  }

  @GetMapping(path = "/api/docs/swagger-ui-bundle.js", produces = "text/javascript")
  ResponseEntity<byte[]> libraryScript(HttpServletRequest request) {
    return answer(ofLibrary("swagger-ui-bundle.js"), request, ResponseEntity.ok());
  }

  @GetMapping(path = "/api/docs/swagger-ui.css", produces = "text/css")
  ResponseEntity<byte[]> libraryStyle(HttpServletRequest request) {
    return answer(ofLibrary("swagger-ui.css"), request, ResponseEntity.ok());
  }

  private ResponseEntity<byte[]> answer(
      String resource, HttpServletRequest request, ResponseEntity.BodyBuilder answer) {
    return answer(documents.computeIfAbsent(resource, Document::read), request, answer);
  }

  private static ResponseEntity<byte[]> answer(
      Document document, HttpServletRequest request, ResponseEntity.BodyBuilder answer) {
    answer.cacheControl(CacheControl.noCache()).varyBy(HttpHeaders.ACCEPT_ENCODING);
    var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && TAKES_GZIP.matcher(accepted).find()
        ? answer.header(HttpHeaders.CONTENT_ENCODING, GZIP).body(document.zipped())
        : answer.body(document.plain());
  }

  private String ofLibrary(String name) {
    return "/" + libraries.fullPath("swagger-ui", name);
  }
}
