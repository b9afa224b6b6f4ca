package io.gazetteer.api.pages.entry;

import io.gazetteer.api.identity.auth.PageLogin;
import io.gazetteer.api.identity.auth.browsers.FormTokens;
import io.gazetteer.api.identity.auth.browsers.PageCookies;
import io.gazetteer.api.identity.oidc.OidcLogin;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.entry.SignInPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows the page to sign in. Thread safe. */
@Component
final class SignInForm {
  static final String NEXT = "next";

  private final Answers answers;
  private final PageLogin login;
  private final OidcLogin oidc;

  SignInForm(Answers answers, PageLogin login, OidcLogin oidc) {
    this.answers = answers;
    this.login = login;
    this.oidc = oidc;
  }

  /** Shows it again after a login that failed. */
  ResponseEntity<byte[]> again(Visit visit, String complaint) {
    return show(visit, "", "", complaint, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  ResponseEntity<byte[]> show(
      Visit visit, String next, String username, @Nullable String complaint, HttpStatus status) {
    var known = PageCookies.visitor(visit.request());
    var visitor = known.orElseGet(PageCookies::newVisitor);
    var page =
        new SignInPage(
            visit.frame("Sign in", ""),
            FormTokens.make(visitor),
            next,
            username,
            complaint == null ? elsewhere() : complaint,
            oidc.isOffered()
                ? visit.links().to("sign-in/issuer?next=" + Links.encoded(ownPath(next)))
                : null);
    var answer = answers.of(page, status);
    return known.isPresent()
        ? answer
        : ResponseEntity.status(status)
            .headers(answer.getHeaders())
            .header(
                HttpHeaders.SET_COOKIE,
                PageCookies.set(visit.request(), PageCookies.VISITOR, visitor))
            .body(answer.getBody());
  }

  private @Nullable String elsewhere() {
    return oidc.isOffered()
        ? null
        : login
            .issuer()
            .map(issuer -> "Here people log in with " + issuer + ", by the API only")
            .orElse(null);
  }

  /**
   * Leads to a page of ours only: {@code //elsewhere.example} and {@code https:} are none, and no
   * path has control characters, which no header takes.
   */
  static String ownPath(String next) {
    return next.matches("[\\p{L}\\p{N}][^:\\\\\\p{Cntrl}]*|") ? next : "";
  }
}
