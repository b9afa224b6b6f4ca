package io.gazetteer.api.sources.webhooks.messages;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lists what messages look like. */
public enum MessageFormat {
  /** All that is known, for programs. */
  JSON,
  /** A text for people, as Slack and chats like it take it. */
  SLACK;

  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MessageFormat> lookup(String jsonName) {
    return Arrays.stream(values()).filter(one -> one.jsonName().equals(jsonName)).findFirst();
  }
}
