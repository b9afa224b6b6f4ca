package io.gazetteer.api.pages.entry;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.auth.FormTokens;
import io.gazetteer.api.identity.auth.PageCookies;
import io.gazetteer.api.identity.auth.PageLogin;
import io.gazetteer.api.identity.sessions.PageSessions;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.web.FormFields;
import io.gazetteer.pages.entry.SignInPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signs people in and out. */
@Controller
final class SignInController {
  private static final String NEXT = "next";

  private final Answers answers;
  private final PageLogin login;
  private final PageSessions sessions;

  SignInController(Answers answers, PageLogin login, PageSessions sessions) {
    this.answers = answers;
    this.login = login;
    this.sessions = sessions;
  }

  @GetMapping("/sign-in")
  ResponseEntity<byte[]> form(Visit visit) {
    if (Callers.find().isPresent()) {
      return answers.goTo(visit, ownPath(visit.text(NEXT)));
    }
    var elsewhere =
        login.issuer().map(issuer -> "Here people log in with " + issuer + ", by the API only");
    return withForm(visit, visit.text(NEXT), "", elsewhere.orElse(null), HttpStatus.OK);
  }

  @PostMapping("/sign-in")
  ResponseEntity<byte[]> signIn(Visit visit, FormFields form) {
    var username = form.text("username").strip();
    try {
      var token =
          login.logIn(
              username,
              form.text("password"),
              visit.request().getRemoteAddr(),
              visit.request().getHeader(HttpHeaders.USER_AGENT));
      return entered(visit, token, ownPath(form.text(NEXT)));
    } catch (DomainException e) {
      return withForm(
          visit,
          form.text(NEXT),
          username,
          String.valueOf(e.getMessage()),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ResponseEntity<byte[]> entered(Visit visit, String token, String path) {
    var answer = answers.goTo(visit, path);
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(
            HttpHeaders.SET_COOKIE, PageCookies.set(visit.request(), PageCookies.SESSION, token))
        .build();
  }

  @PostMapping("/sign-out")
  ResponseEntity<byte[]> signOut(Visit visit, FormFields form) {
    PageCookies.session(visit.request())
        .ifPresent(token -> sessions.end(token, visit.request().getRemoteAddr()));
    var answer = answers.goTo(visit, "sign-in");
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(HttpHeaders.SET_COOKIE, PageCookies.remove(visit.request(), PageCookies.SESSION))
        .header("Clear-Site-Data", "\"cache\"")
        .build();
  }

  private ResponseEntity<byte[]> withForm(
      Visit visit, String next, String username, @Nullable String complaint, HttpStatus status) {
    var known = PageCookies.visitor(visit.request());
    var visitor = known.orElseGet(PageCookies::newVisitor);
    var page =
        new SignInPage(
            visit.frame("Sign in", ""), FormTokens.make(visitor), next, username, complaint);
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

  /** Leads to a page of ours only: {@code //elsewhere.example} and {@code https:} are none. */
  static String ownPath(String next) {
    return next.matches("[\\p{L}\\p{N}][^:\\\\]*|") ? next : "";
  }
}
