package io.gazetteer.api.pages.entry;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.auth.PageLogin;
import io.gazetteer.api.identity.auth.browsers.PageCookies;
import io.gazetteer.api.identity.sessions.PageSessions;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.web.input.FormFields;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signs people in and out. */
@Controller
final class SignInController {
  private final Answers answers;
  private final PageLogin login;
  private final PageSessions sessions;
  private final SignInForm form;

  SignInController(Answers answers, PageLogin login, PageSessions sessions, SignInForm form) {
    this.form = form;
    this.answers = answers;
    this.login = login;
    this.sessions = sessions;
  }

  @GetMapping("/sign-in")
  ResponseEntity<byte[]> form(Visit visit) {
    if (Callers.find().isPresent()) {
      return answers.goTo(visit, SignInForm.ownPath(visit.text(SignInForm.NEXT)));
    }
    return form.show(visit, visit.text(SignInForm.NEXT), "", null, HttpStatus.OK);
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
      return entered(visit, token, SignInForm.ownPath(form.text(SignInForm.NEXT)));
    } catch (DomainException e) {
      return this.form.show(
          visit,
          form.text(SignInForm.NEXT),
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
}
