package io.gazetteer.pages.account;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows who one is, and lets one change the password and make tokens for programs.
 *
 * @param notice what was just done; null for nothing
 * @param elsewhere who keeps the account; null when it is here
 * @param made the token that was just made, which is shown only now; null for none
 * @param wrong what is wrong with fields, by name
 * @param roles that a token may have
 */
public record AccountPage(
    Frame frame,
    @Nullable String elsewhere,
    @Nullable String notice,
    @Nullable String made,
    Map<String, String> wrong,
    List<String> roles,
    List<TokenRow> tokens,
    List<SessionRow> sessions,
    @Nullable String next)
    implements Page {
  public AccountPage {
    wrong = Map.copyOf(wrong);
    roles = List.copyOf(roles);
    tokens = List.copyOf(tokens);
    sessions = List.copyOf(sessions);
  }

  @Override
  public String template() {
    return "account/account.jte";
  }

  /**
   * A session of one's own.
   *
   * @param current whether it is the one that looks at the page
   */
  public record SessionRow(String where, String since, boolean current, String end) {}

  /** A token of one's own. */
  public record TokenRow(String name, String role, String made, String expires, String revoke) {}
}
