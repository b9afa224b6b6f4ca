package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists messages that no worker could handle, and what to do with them. */
public record DeadLettersPage(
    Frame frame, @Nullable String notice, String total, List<Row> rows, @Nullable String next)
    implements Page {
  public DeadLettersPage {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "admin/deadLetters.jte";
  }

  /** A message. */
  public record Row(
      String topic, String at, String error, String payload, String replay, String discard) {}
}
