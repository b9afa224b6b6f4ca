package io.gazetteer.api.pages.account;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.auth.browsers.PageCookies;
import io.gazetteer.api.identity.sessions.OwnSession;
import io.gazetteer.api.identity.sessions.OwnSessions;
import io.gazetteer.api.identity.sessions.PageSessions;
import io.gazetteer.api.identity.tokens.ApiToken;
import io.gazetteer.api.identity.tokens.ApiTokens;
import io.gazetteer.api.identity.tokens.TokenForm;
import io.gazetteer.api.identity.users.OwnPassword;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Mistakes;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.pages.account.AccountPage;
import io.gazetteer.pages.account.AccountPage.SessionRow;
import io.gazetteer.pages.account.AccountPage.TokenRow;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own account. */
@Controller
final class AccountController {
  private static final int TOKENS = 50;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Answers answers;
  private final OwnPassword password;
  private final ApiTokens tokens;
  private final OwnSessions sessions;
  private final PageSessions pages;
  private final Clock clock;

  AccountController(
      Answers answers,
      OwnPassword password,
      ApiTokens tokens,
      OwnSessions sessions,
      PageSessions pages,
      Clock clock) {
    this.answers = answers;
    this.sessions = sessions;
    this.pages = pages;
    this.password = password;
    this.tokens = tokens;
    this.clock = clock;
  }

  @GetMapping("/account")
  ResponseEntity<byte[]> show(Visit visit) {
    return answers.of(page(visit, null, null, Map.of()));
  }

  /** A new password ends all sessions, this one too. */
  @PostMapping("/account/password")
  ResponseEntity<byte[]> changePassword(Visit visit, FormFields form) {
    try {
      password.change(form.toJson(Set.of("current_password", "new_password"), Set.of()));
      return answers.goTo(visit, "sign-in");
    } catch (Problem e) {
      return answers.again(page(visit, null, null, Mistakes.of(e)));
    } catch (DomainException e) {
      var said = Map.of("current_password", "was not looked at: " + e.getMessage());
      return answers.again(page(visit, null, null, said));
    }
  }

  @PostMapping("/account/tokens")
  ResponseEntity<byte[]> makeToken(Visit visit, FormFields form) {
    var caller = Callers.current();
    try {
      var fields = form.toJson(Set.of("name", "role"), Set.of("expires_in_days"));
      var wish = TokenForm.read(fields, caller.role());
      var made = tokens.add(owner(caller), wish.name(), wish.role(), wish.days());
      return answers.of(page(visit, null, made.secret(), Map.of()));
    } catch (Problem e) {
      return answers.again(page(visit, null, null, Mistakes.of(e)));
    } catch (DomainException e) {
      return answers.again(
          page(visit, null, null, Map.of("name", "cannot be had: " + e.getMessage())));
    }
  }

  @PostMapping("/account/tokens/{id}/revoke")
  ResponseEntity<byte[]> revoke(@PathVariable UUID id, Visit visit, FormFields form) {
    boolean revoked = tokens.revoke(id, owner(Callers.current()));
    return answers.of(
        page(
            visit,
            revoked ? "The token is revoked." : "The token was gone already.",
            null,
            Map.of()));
  }

  @PostMapping("/account/sessions/{id}/end")
  ResponseEntity<byte[]> end(@PathVariable UUID id, Visit visit, FormFields form) {
    boolean own = current(visit).filter(id::equals).isPresent();
    boolean ended = sessions.end(owner(Callers.current()), id);
    return own
        ? answers.goTo(visit, "sign-in")
        : answers.of(
            page(
                visit,
                ended ? "The session is over." : "The session was over already.",
                null,
                Map.of()));
  }

  private Optional<UUID> current(Visit visit) {
    return PageCookies.session(visit.request())
        .flatMap(token -> pages.sessionOf(token, visit.request().getRemoteAddr()));
  }

  private SessionRow row(Visit visit, OwnSession session, Optional<UUID> current) {
    return new SessionRow(
        session.kind().equals("api") ? "A program" : Agents.words(session.agent()),
        Texts.ago(session.startedAt(), clock.instant()),
        current.filter(session.id()::equals).isPresent(),
        visit.links().to("account/sessions/" + session.id() + "/end"));
  }

  private static UUID owner(Caller caller) {
    var id = caller.userId();
    if (id == null) {
      throw new Problem(ProblemCode.FORBIDDEN, "Your account is at your organisation");
    }
    return id;
  }

  private AccountPage page(
      Visit visit, @Nullable String notice, @Nullable String made, Map<String, String> wrong) {
    var caller = Callers.current();
    var external = caller.external();
    if (external != null) {
      return new AccountPage(
          visit.frame("Your account", "account"),
          "Your account is at " + external.issuer() + ": the password and the role are kept there.",
          null,
          null,
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          null);
    }
    var current = current(visit);
    var after = visit.text("after");
    var found =
        tokens.page(
            owner(caller),
            after.matches("[0-9a-f-]{36}") ? UUID.fromString(after) : BEFORE_ALL,
            TOKENS + 1);
    var shown = found.stream().limit(TOKENS).toList();
    return new AccountPage(
        visit.frame("Your account", "account"),
        null,
        notice,
        made,
        wrong,
        roles(caller.role()),
        shown.stream().map(token -> row(visit, token)).toList(),
        sessions.of(owner(caller)).stream().map(session -> row(visit, session, current)).toList(),
        found.size() > TOKENS ? visit.links().to("account?after=" + shown.getLast().id()) : null);
  }

  private static List<String> roles(Role most) {
    return Arrays.stream(Role.values()).filter(most::includes).map(Role::jsonName).toList();
  }

  private TokenRow row(Visit visit, ApiToken token) {
    var now = clock.instant();
    return new TokenRow(
        token.name(),
        token.role().jsonName(),
        Texts.ago(token.createdAt(), now),
        token.expiresAt().isAfter(now)
            ? "in " + Texts.span(token.expiresAt().getEpochSecond() - now.getEpochSecond())
            : "expired",
        visit.links().to("account/tokens/" + token.id() + "/revoke"));
  }
}
