package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists webhooks, and makes new ones.
 *
 * @param problem why one was not made; null when nothing went wrong
 * @param made the secret of the new one, which is shown only now; null when none was made
 */
public record WebhooksPage(
    Frame frame,
    @Nullable String notice,
    @Nullable String problem,
    @Nullable String made,
    WebhookFields fields,
    List<Row> rows)
    implements Page {
  public WebhooksPage {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "admin/webhooks.jte";
  }

  /** A webhook, by the server it goes to. */
  public record Row(
      String receiver,
      String link,
      String events,
      String state,
      String tone,
      String waiting,
      String delivered) {}
}
