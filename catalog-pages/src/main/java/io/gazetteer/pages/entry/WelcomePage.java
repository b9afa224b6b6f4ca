package io.gazetteer.pages.entry;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever has the one-time link choose a password.
 *
 * @param code of the link
 * @param csrf proves that the form is ours
 * @param complaint what is wrong with the password of the last try; null at the first one
 */
public record WelcomePage(
    Frame frame, String code, String csrf, String username, @Nullable String complaint)
    implements Page {
  @Override
  public String template() {
    return "entry/welcome.jte";
  }
}
