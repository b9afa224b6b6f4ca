package io.gazetteer.api.pages.entry;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.auth.PageLogin;
import io.gazetteer.api.identity.auth.browsers.FormTokens;
import io.gazetteer.api.identity.auth.browsers.PageCookies;
import io.gazetteer.api.identity.users.FirstPassword;
import io.gazetteer.api.identity.users.User;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.pages.entry.WelcomePage;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Lets whoever has the one-time link choose a password. Looking at the page uses nothing up, since
 * browsers and mail programs look at links ahead of people.
 */
@Controller
final class WelcomeController {
  private final Answers answers;
  private final FirstPassword first;
  private final PageLogin login;

  WelcomeController(Answers answers, FirstPassword first, PageLogin login) {
    this.answers = answers;
    this.first = first;
    this.login = login;
  }

  @GetMapping("/welcome")
  ResponseEntity<byte[]> form(Visit visit) {
    var code = visit.text("code");
    return withForm(visit, code, owner(visit, code), null, HttpStatus.OK);
  }

  @PostMapping("/welcome")
  ResponseEntity<byte[]> choose(Visit visit, FormFields form) {
    var code = form.text("code");
    var password = form.text("password");
    var user = owner(visit, code);
    var complaint = first.complaint(password, user).map(what -> "The password " + what);
    if (complaint.isPresent()) {
      return withForm(visit, code, user, complaint.get(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      var token =
          login
              .begin(code, password, visit.request().getHeader(HttpHeaders.USER_AGENT))
              .orElseThrow(WelcomeController::usedUp);
      var answer = answers.goTo(visit, "");
      return ResponseEntity.status(answer.getStatusCode())
          .headers(answer.getHeaders())
          .header(
              HttpHeaders.SET_COOKIE, PageCookies.set(visit.request(), PageCookies.SESSION, token))
          .build();
    } catch (NotFoundException e) {
      throw e;
    } catch (DomainException e) {
      return withForm(
          visit, code, user, String.valueOf(e.getMessage()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private User owner(Visit visit, String code) {
    return Optional.of(code)
        .filter(given -> !given.isEmpty() && isFromThisMachine(visit))
        .flatMap(first::owner)
        .orElseThrow(WelcomeController::usedUp);
  }

  private static NotFoundException usedUp() {
    return new NotFoundException(
        "This link has been used, is older than an hour, or was opened on another machine than the"
            + " one that Gazetteer runs on. Sign in with a password instead");
  }

  /** A request that came through a proxy is of no known machine. */
  private static boolean isFromThisMachine(Visit visit) {
    var request = visit.request();
    return request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null
        && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
  }

  private ResponseEntity<byte[]> withForm(
      Visit visit, String code, User user, @Nullable String complaint, HttpStatus status) {
    var visitor = PageCookies.visitor(visit.request()).orElseGet(PageCookies::newVisitor);
    var page =
        new WelcomePage(
            visit.frame("Welcome", ""), code, FormTokens.make(visitor), user.username(), complaint);
    var answer = answers.of(page, status);
    return ResponseEntity.status(status)
        .headers(answer.getHeaders())
        .header(
            HttpHeaders.SET_COOKIE, PageCookies.set(visit.request(), PageCookies.VISITOR, visitor))
        .body(answer.getBody());
  }
}
