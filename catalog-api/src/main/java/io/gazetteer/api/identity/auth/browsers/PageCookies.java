package io.gazetteer.api.identity.auth.browsers;

import io.gazetteer.api.identity.sessions.OpaqueToken;
import io.gazetteer.api.identity.sessions.PageSessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * The two cookies of browsers: one is the session, the other belongs to the forms before there is
 * one. They count for pages only; the API reads no cookie.
 */
public final class PageCookies {
  public static final String SESSION = "gazetteer_session";
  public static final String VISITOR = "gazetteer_visitor";

  private PageCookies() {}

  /** Finds the token of the session. */
  public static Optional<String> session(HttpServletRequest request) {
    return find(request, SESSION);
  }

  /** Finds what forms before signing in are bound to. */
  public static Optional<String> visitor(HttpServletRequest request) {
    return find(request, VISITOR);
  }

  /** Makes a value for a browser that has no cookie of ours yet. */
  public static String newVisitor() {
    return OpaqueToken.make("gzv_");
  }

  /** Returns the header that sets a cookie. */
  public static String set(HttpServletRequest request, String name, String value) {
    return cookie(request, name, value, PageSessions.LIFETIME);
  }

  /** Returns the header that sets a cookie which is kept for so long. */
  public static String set(
      HttpServletRequest request, String name, String value, Duration longest) {
    return cookie(request, name, value, longest);
  }

  /** Returns the header that takes a cookie away. */
  public static String remove(HttpServletRequest request, String name) {
    return cookie(request, name, "", Duration.ZERO);
  }

  private static String cookie(
      HttpServletRequest request, String name, String value, Duration age) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path("/")
        .maxAge(age)
        .build()
        .toString();
  }

  /** Finds the value of a cookie. */
  public static Optional<String> find(HttpServletRequest request, String name) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
  }
}
