package io.gazetteer.pages.admin;

import io.gazetteer.pages.Links;
import io.gazetteer.pages.Page;
import io.gazetteer.pages.database.StateView;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far the newest rebuild of the index is.
 *
 * @param percent null when nobody knows
 * @param error why it failed; null when it did not
 * @param again where to ask again; empty when it has ended
 */
public record RebuildPart(
    Links links,
    StateView state,
    String phase,
    @Nullable Integer percent,
    @Nullable String error,
    String again)
    implements Page {
  @Override
  public String template() {
    return "admin/rebuild.jte";
  }
}
