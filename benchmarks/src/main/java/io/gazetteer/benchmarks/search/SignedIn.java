package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.crawl.Api;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A browser's session.
 *
 * @param url of the first page, with a slash at its end
 * @param cookie as name and value
 */
record SignedIn(String url, String cookie) {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final String SESSION = "gazetteer_session";

  /** Signs in with the form, as people do. */
  static SignedIn asAdministrator(int port) throws IOException, InterruptedException {
    var url = "http://127.0.0.1:%d/".formatted(port);
    var cookies = new CookieManager();
    try (var http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
      var page =
          http.send(
              HttpRequest.newBuilder(URI.create(url + "sign-in"))
                  .header("Accept", "text/html")
                  .build(),
              BodyHandlers.ofString());
      var csrf = CSRF.matcher(page.body());
      if (!csrf.find()) {
        throw new IOException("The page to sign in has no form: " + page.statusCode());
      }
      var form =
          "csrf=%s&username=admin&password=%s"
              .formatted(encoded(csrf.group(1)), encoded(Api.PASSWORD));
      http.send(
          HttpRequest.newBuilder(URI.create(url + "sign-in"))
              .header("Accept", "text/html")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build(),
          BodyHandlers.discarding());
    }
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(SESSION))
        .map(cookie -> new SignedIn(url, SESSION + "=" + cookie.getValue()))
        .findFirst()
        .orElseThrow(() -> new IOException("Nobody was signed in"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
