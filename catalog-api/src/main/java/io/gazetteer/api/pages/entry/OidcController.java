package io.gazetteer.api.pages.entry;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.auth.browsers.PageCookies;
import io.gazetteer.api.identity.oidc.KeptLogin;
import io.gazetteer.api.identity.oidc.OidcLogin;
import io.gazetteer.api.identity.sessions.ExternalSessions;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Visit;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Signs people in at the issuer that is configured. */
@Controller
final class OidcController {
  private static final String START = "/sign-in/issuer";
  private static final String BACK = START + "/back";
  private static final String COOKIE = "gazetteer_login";
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Answers answers;
  private final OidcLogin login;
  private final ExternalSessions sessions;
  private final SignInForm form;

  OidcController(Answers answers, OidcLogin login, ExternalSessions sessions, SignInForm form) {
    this.answers = answers;
    this.login = login;
    this.sessions = sessions;
    this.form = form;
  }

  @GetMapping(START)
  ResponseEntity<byte[]> begin(Visit visit) {
    requireOffered();
    try {
      var begun =
          login.begin(
              callback(visit),
              SignInForm.ownPath(visit.text(SignInForm.NEXT)),
              visit.request().getRemoteAddr());
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .header(HttpHeaders.LOCATION, begun.location())
          .header("Referrer-Policy", Answers.REFERRERS)
          .cacheControl(CacheControl.noStore())
          .header(
              HttpHeaders.SET_COOKIE,
              PageCookies.set(visit.request(), COOKIE, begun.kept().encode(), LONGEST))
          .build();
    } catch (DomainException e) {
      return form.again(visit, String.valueOf(e.getMessage()));
    }
  }

  @GetMapping(BACK)
  ResponseEntity<byte[]> back(Visit visit) {
    requireOffered();
    var kept =
        PageCookies.find(visit.request(), COOKIE)
            .flatMap(KeptLogin::decode)
            .orElse(new KeptLogin("", "", "", ""));
    try {
      var caller =
          login.finish(
              callback(visit),
              kept,
              visit.text("state"),
              visit.text("code"),
              visit.request().getRemoteAddr());
      var answer = answers.goTo(visit, SignInForm.ownPath(kept.next()));
      return ResponseEntity.status(answer.getStatusCode())
          .headers(answer.getHeaders())
          .header(
              HttpHeaders.SET_COOKIE,
              PageCookies.set(
                  visit.request(),
                  PageCookies.SESSION,
                  sessions.open(caller),
                  ExternalSessions.LIFETIME),
              PageCookies.remove(visit.request(), COOKIE))
          .build();
    } catch (DomainException e) {
      return form.again(visit, String.valueOf(e.getMessage()));
    }
  }

  private void requireOffered() {
    if (!login.isOffered()) {
      throw new NotFoundException("Nobody signs in at an issuer here");
    }
  }

  /** The address of this page as the browser sees it. */
  private static String callback(Visit visit) {
    var url = visit.request().getRequestURL().toString();
    return url.substring(0, url.indexOf(START)) + BACK;
  }
}
