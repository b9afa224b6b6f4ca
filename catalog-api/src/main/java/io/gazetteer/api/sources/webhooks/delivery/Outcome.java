package io.gazetteer.api.sources.webhooks.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one try to send a message.
 *
 * @param status of the answer; null when there was none
 * @param error a word; null when the message has arrived
 * @param wishedPause how long the receiver wants to be left alone
 */
public record Outcome(@Nullable Integer status, @Nullable String error, Duration wishedPause) {
  private static final int GONE = 410;

  static Outcome failed(String error) {
    return new Outcome(null, error, Duration.ZERO);
  }

  /** Reads an answer: only 2xx says that the message has arrived. */
  static Outcome answered(int status, Duration wishedPause) {
    return new Outcome(status, error(status), wishedPause);
  }

  private static @Nullable String error(int status) {
    if (status >= 200 && status < 300) {
      return null;
    }
    return status >= 300 && status < 400 ? "redirected" : status == GONE ? "gone" : "refused";
  }

  public boolean isDelivered() {
    return error == null;
  }

  /** Says whether the receiver wants no more messages. */
  boolean isGone() {
    return status != null && status == GONE;
  }
}
