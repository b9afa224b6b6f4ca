package io.gazetteer.api.identity.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as proven by a token.
 *
 * @param userId null when an external issuer vouches for someone who has no account here
 * @param name of the user; with an API token, the name of its owner
 * @param key one for each session's user, API token or external subject; nothing secret
 */
public record Caller(@Nullable UUID userId, String name, Role role, Via via, String key) {
  /** What the token is. */
  public enum Via {
    SESSION,
    TOKEN,
    EXTERNAL;

    @JsonValue
    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Caller ofSession(UUID userId, String name, Role role) {
    return new Caller(userId, name, role, Via.SESSION, "user/" + userId);
  }
}
