package io.gazetteer.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: it keeps cookies, reads HTML and fills in forms. */
public final class Browser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;
  private final String url;

  public Browser(TestApi api) {
    this(api.url(), HttpClient.newBuilder());
  }

  private Browser(String url, HttpClient.Builder http) {
    this.url = url;
    this.http = http.cookieHandler(cookies).build();
  }

  /** A browser at another address, which trusts its certificate. */
  public static Browser at(String url, SSLContext trust) {
    return new Browser(url, HttpClient.newBuilder().sslContext(trust));
  }

  /** A browser that someone has signed in with. */
  public static Browser of(TestApi api, String username, String password) {
    var browser = new Browser(api);
    browser.signIn(username, password);
    return browser;
  }

  /** A browser of a new user of this role. */
  public static Browser as(TestApi api, String role) {
    return of(api, api.addUser(role), TestApi.USER_PASSWORD);
  }

  public Shown signIn(String username, String password) {
    return signInAt("/sign-in", username, password);
  }

  /** Signs in on the page at this path. */
  public Shown signInAt(String path, String username, String password) {
    return get(path)
        .submit("form[action$=sign-in]", Map.of("username", username, "password", password));
  }

  /** The value of a cookie; empty when there is none. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse("");
  }

  public Shown get(String path) {
    return send(HttpRequest.newBuilder(at(path)), path);
  }

  /** Sends a form to a path. */
  public Shown post(String path, Map<String, String> fields) {
    return post(path, List.copyOf(fields.entrySet()));
  }

  /** Sends a form to a path, in which fields may have several values. */
  public Shown post(String path, List<Map.Entry<String, String>> fields) {
    var body =
        fields.stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        path);
  }

  private URI at(String path) {
    return URI.create(url).resolve(path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Shown send(HttpRequest.Builder request, String path) {
    try {
      var answer =
          http.send(
              request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").build(),
              BodyHandlers.ofString());
      return new Shown(path, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a browser shows. */
  public final class Shown {
    private final String path;
    private final HttpResponse<String> answer;

    private Shown(String path, HttpResponse<String> answer) {
      this.path = path;
      this.answer = answer;
    }

    public int status() {
      return answer.statusCode();
    }

    public String header(String name) {
      return answer.headers().firstValue(name).orElse("");
    }

    public String body() {
      return answer.body();
    }

    /** The page, with links as they are from here. */
    public Document document() {
      return Jsoup.parse(answer.body(), at(path).toString());
    }

    public String text(String selector) {
      return document().select(selector).text();
    }

    /** Where a redirect leads, as a path. */
    public String location() {
      var to = at(path).resolve(header("Location"));
      return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    }

    /** Follows a redirect. */
    public Shown followed() {
      return get(location());
    }

    /** Follows the first link that a selector finds. */
    public Shown click(String selector) {
      var link = URI.create(first(selector).absUrl("href"));
      return get(link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()));
    }

    /** Sends a form with what it has, and these fields filled in. */
    public Shown submit(String selector, Map<String, String> filledIn) {
      var form = first(selector);
      var fields = new LinkedHashMap<String, String>();
      for (Element field : form.select("input[name], textarea[name], select[name]")) {
        if (!field.hasAttr("disabled")) {
          fields.put(field.attr("name"), field.is("select") ? chosen(field) : field.val());
        }
      }
      fields.putAll(filledIn);
      return post(URI.create(form.absUrl("action")).getRawPath(), fields);
    }

    private static String chosen(Element select) {
      var options = select.select("option");
      var chosen = options.select("[selected]");
      var option = chosen.isEmpty() ? options.getFirst() : chosen.getFirst();
      return option.hasAttr("value") ? option.attr("value") : option.text();
    }

    private Element first(String selector) {
      var found = document().selectFirst(selector);
      if (found == null) {
        throw new AssertionError(path + " has no " + selector + ": " + answer.body());
      }
      return found;
    }
  }
}
