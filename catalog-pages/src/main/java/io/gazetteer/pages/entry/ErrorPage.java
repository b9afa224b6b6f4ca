package io.gazetteer.pages.entry;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;

/**
 * Says what went wrong.
 *
 * @param message in words
 * @param advice what to do; may be empty
 * @param code for those who look it up
 * @param requestId as the logs have it
 */
public record ErrorPage(
    Frame frame, String heading, String message, String advice, String code, String requestId)
    implements Page {
  @Override
  public String template() {
    return "entry/error.jte";
  }
}
