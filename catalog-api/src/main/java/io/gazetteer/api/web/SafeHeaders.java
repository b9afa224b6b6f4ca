package io.gazetteer.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** Sets the headers for browsers on answers that are made before the filters that set them run. */
public final class SafeHeaders {
  public static final String CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

  private static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Content-Security-Policy", CONTENT_POLICY,
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cache-Control", "no-store");

  private SafeHeaders() {}

  public static void addTo(HttpServletResponse response) {
    ALL.forEach(response::setHeader);
  }
}
