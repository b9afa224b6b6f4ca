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
 * @param made the token that was just made, which is shown only now; null for none
 * @param wrong what is wrong with fields, by name
 * @param roles that a token may have
 */
public record AccountPage(
    Frame frame,
    @Nullable String notice,
    @Nullable String made,
    Map<String, String> wrong,
    List<String> roles,
    List<TokenRow> tokens,
    @Nullable String next)
    implements Page {
  public AccountPage {
    wrong = Map.copyOf(wrong);
    roles = List.copyOf(roles);
    tokens = List.copyOf(tokens);
  }

  @Override
  public String template() {
    return "account/account.jte";
  }

  /** A token of one's own. */
  public record TokenRow(String name, String role, String made, String expires, String revoke) {}
}
