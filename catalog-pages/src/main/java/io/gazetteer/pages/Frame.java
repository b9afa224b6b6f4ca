package io.gazetteer.pages;

import org.jspecify.annotations.Nullable;

/**
 * What all pages have around what they show.
 *
 * @param title of the browser's tab
 * @param section whose link at the top is marked; empty for none
 * @param visitor null before someone has signed in
 */
public record Frame(String title, String section, Links links, @Nullable Visitor visitor) {
  /**
   * Who looks at the page.
   *
   * @param csrf stands in every form, to prove that it is ours
   */
  public record Visitor(String name, String role, boolean editor, boolean admin, String csrf) {}

  /** Returns the token of forms; empty before someone has signed in. */
  public String csrf() {
    return visitor == null ? "" : visitor.csrf();
  }
}
