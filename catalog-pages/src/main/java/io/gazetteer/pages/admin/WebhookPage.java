package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows one webhook, what was sent to it, and what an administrator may do.
 *
 * @param tone of the state: good, warn or bad
 * @param note what there is to say about the state; null while all is well
 * @param action where the forms go
 * @param next the next page of the log; null on the last one
 */
public record WebhookPage(
    Frame frame,
    String receiver,
    String state,
    String tone,
    boolean paused,
    @Nullable String note,
    @Nullable String notice,
    @Nullable String problem,
    WebhookFields fields,
    String action,
    List<Sent> sent,
    @Nullable String next)
    implements Page {
  public WebhookPage {
    sent = List.copyOf(sent);
  }

  @Override
  public String template() {
    return "admin/webhook.jte";
  }

  /** A message in the log. */
  public record Sent(
      String at, String event, String state, String tone, String tries, String answer, String id) {}
}
