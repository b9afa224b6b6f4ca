package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.sources.webhooks.Webhook.PauseReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Says in words how a webhook is. */
final class WebhookNote {
  private WebhookNote() {}

  static @Nullable String of(
      @Nullable PauseReason pause,
      int failures,
      @Nullable Instant failingSince,
      @Nullable String error,
      long missed) {
    var said = new ArrayList<String>();
    if (pause != null) {
      said.add(paused(pause, failingSince, error));
    } else if (failures > 0) {
      said.add("The last tries have failed (%s), %d in a row.".formatted(error, failures));
    }
    if (missed > 0) {
      said.add(
          "Too many messages waited, and %d were not kept: read GET /api/changes."
              .formatted(missed));
    }
    return said.isEmpty() ? null : String.join(" ", said);
  }

  private static String paused(
      PauseReason reason, @Nullable Instant failingSince, @Nullable String error) {
    return switch (reason) {
      case BY_HAND -> "Paused by hand; what happens meanwhile waits.";
      case GONE ->
          "Paused: the receiver says that it is gone (410). Give it another address, and resume.";
      case FAILING ->
          "Paused: nothing has arrived since %s (%s). Mend the receiver, and resume: what waits is sent."
              .formatted(
                  failingSince == null ? "long" : failingSince.truncatedTo(ChronoUnit.SECONDS),
                  error);
    };
  }
}
