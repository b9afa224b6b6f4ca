package io.gazetteer.api.pages.admin;

import io.gazetteer.api.identity.tokens.ApiToken;
import io.gazetteer.api.identity.tokens.ApiTokens;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.pages.admin.TokensPage;
import io.gazetteer.pages.admin.TokensPage.Row;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lists and revokes the tokens of everyone. */
@Controller
final class TokensPageController {
  private static final int AT_ONCE = 50;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Answers answers;
  private final ApiTokens tokens;
  private final Clock clock;

  TokensPageController(Answers answers, ApiTokens tokens, Clock clock) {
    this.answers = answers;
    this.tokens = tokens;
    this.clock = clock;
  }

  @GetMapping("/admin/tokens")
  ResponseEntity<byte[]> list(Visit visit) {
    return answers.of(page(visit, null));
  }

  @PostMapping("/admin/tokens/{id}/revoke")
  ResponseEntity<byte[]> revoke(@PathVariable UUID id, Visit visit, FormFields form) {
    boolean revoked = tokens.revoke(id, null);
    return answers.of(
        page(visit, revoked ? "The token is revoked." : "The token was gone already."));
  }

  private TokensPage page(Visit visit, @Nullable String notice) {
    var after = visit.text("after");
    var found =
        tokens.page(
            null,
            after.matches("[0-9a-f-]{36}") ? UUID.fromString(after) : BEFORE_ALL,
            AT_ONCE + 1);
    var shown = found.stream().limit(AT_ONCE).toList();
    return new TokensPage(
        visit.frame("API tokens", "admin"),
        notice,
        shown.stream().map(token -> row(visit, token)).toList(),
        found.size() > AT_ONCE
            ? visit.links().to("admin/tokens?after=" + shown.getLast().id())
            : null);
  }

  private Row row(Visit visit, ApiToken token) {
    var now = clock.instant();
    var used = token.lastUsedAt();
    return new Row(
        token.name(),
        token.owner(),
        token.role().jsonName(),
        Texts.ago(token.createdAt(), now),
        used == null ? "never" : Texts.ago(used, now),
        token.expiresAt().isAfter(now)
            ? "in " + Texts.span(token.expiresAt().getEpochSecond() - now.getEpochSecond())
            : "expired",
        visit.links().to("admin/tokens/" + token.id() + "/revoke"));
  }
}
