package io.gazetteer.api.pages.account;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.auth.accesstokens.PageTokens;
import io.gazetteer.api.identity.auth.browsers.PageCookies;
import io.gazetteer.api.pages.Visit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives the page of the API a token, so that whoever has signed in is logged in there, too. */
@Controller
final class AccessTokenController {
  private final PageTokens tokens;

  AccessTokenController(PageTokens tokens) {
    this.tokens = tokens;
  }

  record Token(String accessToken, String username) {}

  @GetMapping(path = "/access-token", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Token> issue(Visit visit) {
    var caller = Callers.current();
    var token =
        tokens
            .issue(
                caller,
                PageCookies.session(visit.request()).orElse(""),
                visit.request().getRemoteAddr())
            .orElseThrow(() -> new NotFoundException("This session is of an external issuer"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Token(token, caller.name()));
  }
}
