package io.gazetteer.pages.entry;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a user name and a password, or leads to the issuer where people sign in.
 *
 * @param csrf proves that the form is ours
 * @param next the page to go to afterwards, from the first page
 * @param complaint why the last try was refused; null at the first one
 * @param issuer leads to the issuer; null when people sign in here
 */
public record SignInPage(
    Frame frame,
    String csrf,
    String next,
    String username,
    @Nullable String complaint,
    @Nullable String issuer)
    implements Page {
  @Override
  public String template() {
    return "entry/signIn.jte";
  }
}
